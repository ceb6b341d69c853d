import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import App from '../index.ts';
import { isObject } from '../src/lib/guards.ts';

/** One trigger, action or search as Zapier's editor shows it. */
export interface Operation {
  kind: 'trigger' | 'action' | 'search';
  key: string;
  label: string;
  description: string;
  hidden: boolean;
  noun: string;
  /** All input fields in the editor's order, the dynamic ones for each choice of the field that alters them. */
  fields: PlainInputField[];
  /** How many of the fields are static: they are always shown. */
  staticFields: number;
  outputs: PlainOutputField[];
  sample: Record<string, unknown> | undefined;
  /** The names of the functions that Zapier runs: perform, performList… */
  methods: string[];
  type: string;
}

type Raw = (typeof App.triggers | typeof App.creates | typeof App.searches)[string];

/** Every operation of the app, also the hidden triggers that fill dropdowns. */
export const operations: Operation[] = [
  ...Object.values(App.triggers).map((raw) => described('trigger', raw)),
  ...Object.values(App.creates).map((raw) => described('action', raw)),
  ...Object.values(App.searches).map((raw) => described('search', raw)),
];

/** The operations that a person can choose in the editor. */
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
    fields: inputs.flatMap((input) =>
      isField(input) ? [input] : isFieldsFunction(input) ? dynamicFieldsOf(input, fixed) : [],
    ),
    staticFields: fixed.length,
    outputs: (Array.isArray(parts.outputFields) ? parts.outputFields : []).filter(isField),
    sample: isObject(parts.sample) ? parts.sample : undefined,
    methods: Object.keys(parts).filter((name) => typeof parts[name] === 'function'),
    type: typeof parts.type === 'string' ? parts.type : kind,
  };
}

type FieldsFunction = (z: unknown, bundle: { inputData: Record<string, string> }) => PlainInputField[];

function dynamicFieldsOf(fieldsFunction: FieldsFunction, fixed: PlainInputField[]): PlainInputField[] {
  const controlling = fixed.find(({ altersDynamicFields }) => altersDynamicFields);
  const choices = Array.isArray(controlling?.choices) ? controlling.choices : [];
  const values = choices.map((entry) => (typeof entry === 'string' ? entry : entry.value));
  return values.flatMap((value) => fieldsFunction({}, { inputData: { [controlling?.key ?? '']: value } }));
}

function isField(value: unknown): value is PlainInputField & PlainOutputField {
  return isObject(value) && typeof value.key === 'string';
}

function isFieldsFunction(value: unknown): value is FieldsFunction {
  return typeof value === 'function';
}
