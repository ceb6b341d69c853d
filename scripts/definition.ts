import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import App from '../index.ts';
import { isObject } from '../src/lib/guards.ts';

/** One trigger, action or search as Zapier's editor knows it. */
export interface Operation {
  kind: 'trigger' | 'action' | 'search';
  key: string;
  label: string;
  description: string;
  hidden: boolean;
  noun: string;
  /** Static fields, and those that a function draws for each choice another field offers. */
  fields: PlainInputField[];
  /** How many of the fields are always there. */
  staticFields: number;
  outputs: PlainOutputField[];
  sample: Record<string, unknown> | undefined;
  /** The parts that Zapier runs: perform, performList… */
  methods: string[];
  type: string;
}

type Raw = (typeof App.triggers | typeof App.creates | typeof App.searches)[string];

/** Every operation of the app, dropdowns too. */
export const operations: Operation[] = [
  ...Object.values(App.triggers).map((raw) => described('trigger', raw)),
  ...Object.values(App.creates).map((raw) => described('action', raw)),
  ...Object.values(App.searches).map((raw) => described('search', raw)),
];

/** Those a person can pick. */
export const visible = operations.filter(({ hidden }) => !hidden);

function described(kind: Operation['kind'], raw: Raw): Operation {
  const { key, noun, display, operation } = raw;
  const parts: Record<string, unknown> = { ...operation };
  const inputs: unknown[] = Array.isArray(parts.inputFields) ? parts.inputFields : [];
  const fixed = inputs.filter(isField);
  return {
    kind,
    key,
    noun,
    label: display.label ?? '',
    description: display.description ?? '',
    hidden: display.hidden === true,
    fields: [...fixed, ...inputs.flatMap((input) => (isDrawer(input) ? drawnFor(input, fixed) : []))],
    staticFields: fixed.length,
    outputs: (Array.isArray(parts.outputFields) ? parts.outputFields : []).filter(isField),
    sample: isObject(parts.sample) ? parts.sample : undefined,
    methods: Object.keys(parts).filter((name) => typeof parts[name] === 'function'),
    type: typeof parts.type === 'string' ? parts.type : kind,
  };
}

type Drawer = (z: unknown, bundle: { inputData: Record<string, string> }) => PlainInputField[];

function drawnFor(draw: Drawer, fixed: PlainInputField[]): PlainInputField[] {
  const steering = fixed.find(({ altersDynamicFields }) => altersDynamicFields);
  const choices = Array.isArray(steering?.choices) ? steering.choices : [];
  const values = choices.map((entry) => (typeof entry === 'string' ? entry : entry.value));
  return values.flatMap((value) => draw({}, { inputData: { [steering?.key ?? '']: value } }));
}

function isField(value: unknown): value is PlainInputField & PlainOutputField {
  return isObject(value) && typeof value.key === 'string';
}

function isDrawer(value: unknown): value is Drawer {
  return typeof value === 'function';
}
