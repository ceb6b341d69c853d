import App from '../../index.ts';
import { operations, visible, type Operation } from '../../scripts/definition.ts';
import { isObject } from '../../src/lib/guards.ts';
import { shown } from '../changes.ts';
import type { Platform } from '../platform.ts';
import type { ChoiceView, FieldView, OperationView } from './wire.ts';

const kinds = { trigger: 'triggers', action: 'creates', search: 'searches' } as const;

/** The way to an operation in the definition: `creates.create_lead`. */
export function idOf({ kind, key }: Pick<Operation, 'kind' | 'key'>): string {
  return `${kinds[kind]}.${key}`;
}

/** The operation with this way to it, also a hidden one; undefined when there is none. */
export function operationAt(id: string): Operation | undefined {
  return operations.find((operation) => idOf(operation) === id);
}

/** All that a person can choose in the editor, as the page shows it. */
export function describedOperations(): OperationView[] {
  return visible.map((operation) => ({
    id: idOf(operation),
    kind: operation.kind,
    label: operation.label,
    about: operation.description,
    instant: operation.type === 'hook',
    fields: operation.fields.slice(0, operation.staticFields).map((field) => fieldView(field, new Map())),
    outputs: operation.outputs.map(({ key, label = key }) => ({ key, label })),
    sample: operation.sample ?? {},
    orElse:
      operation.kind === 'search'
        ? (Object.values(App.searchOrCreates ?? {}).find(({ search }) => search === operation.key)?.create ??
          '')
        : '',
  }));
}

/**
 * The fields of an operation's form as it is filled in now, dynamic fields among them.
 * @throws StepError when the app cannot draw it
 */
export async function drawnFields(platform: Platform, id: string, inputData: object): Promise<FieldView[]> {
  const drawn = await rawFields(platform, id, inputData);
  const operation: unknown = Reflect.get(Reflect.get(App, id.split('.')[0] ?? ''), id.split('.')[1] ?? '');
  const groups =
    isObject(operation) && isObject(operation.operation) ? operation.operation.inputFieldGroups : [];
  const titles = (Array.isArray(groups) ? groups : [])
    .filter(isObject)
    .map(({ key, label }): [string, string] => [String(key), String(label ?? key)]);
  return drawn.map((field) => fieldView(field, new Map(titles)));
}

/** The same, as the app gives them. */
export async function rawFields(
  platform: Platform,
  id: string,
  inputData: object,
): Promise<{ key: string }[]> {
  const operation = operationAt(id);
  if (operation === undefined || operation.fields.length === 0) return [];
  const drawn = await platform.run(`${id}.operation.inputFields`, { inputData });
  return Array.isArray(drawn) ? drawn.filter(hasKey) : [];
}

function fieldView(field: unknown, groups: Map<string, string>): FieldView {
  const raw = isObject(field) ? field : {};
  const text = (key: string): string => (typeof raw[key] === 'string' ? raw[key] : '');
  const list = (key: string): unknown[] => (Array.isArray(raw[key]) ? raw[key] : []);
  const key = text('key');
  const group = text('group');
  return {
    key,
    label: text('label') || key,
    help: text('helpText'),
    type: text('type') || 'string',
    required: raw.required === true,
    list: raw.list === true,
    alters: raw.altersDynamicFields === true,
    placeholder: text('placeholder'),
    group: groups.get(group) ?? group,
    choices: isObject(raw.choices)
      ? Object.entries(raw.choices).map(([value, label]) => ({ value, label: String(label) }))
      : list('choices').map(choiceView),
    dynamic: text('dynamic'),
    children: list('children').map((child) => fieldView(child, groups)),
  };
}

function choiceView(choice: unknown): ChoiceView {
  if (!isObject(choice)) return { value: String(choice), label: String(choice) };
  const value = shown(choice.value ?? choice.sample);
  return { value, label: shown(choice.label ?? value) };
}

function hasKey(field: unknown): field is { key: string } {
  return isObject(field) && typeof field.key === 'string';
}
