import type { ChoiceView, FieldView, Item, StepView } from '../wire.ts';
import { ask } from './ask.ts';
import { busily, operationOf, update } from './store.ts';
import type { FormModel, Source } from './types.ts';

/** Opens the form of an operation; its dynamic fields come a moment later. */
export function openForm(id: string, place: string, values: Item = {}, sources: Source[] = []): FormModel {
  const fields = operationOf(id)?.fields ?? [];
  const model: FormModel = { id, place, fields, values, choices: new Map(), result: undefined, sources };
  void redraw(model);
  return model;
}

/** Draws the form anew after a field that alters it has changed. */
export async function redraw(model: FormModel): Promise<void> {
  await busily(`fields ${model.place}`, async () => {
    const fields = await ask<FieldView[]>('fields', { id: model.id, input: model.values });
    update(() => {
      model.fields = fields;
    });
  });
}

/** Reads a page of a dropdown's choices from the app. */
export async function loadChoices(model: FormModel, { key, dynamic }: FieldView): Promise<void> {
  const known = model.choices.get(key) ?? { items: [], page: -1, ended: false, search: '' };
  const page = known.page + 1;
  await busily(`choices ${model.place} ${key}`, async () => {
    const more = await ask<ChoiceView[]>('choices', { dynamic, page, input: model.values });
    const items = [...known.items, ...more];
    update(() => model.choices.set(key, { ...known, items, page, ended: more.length === 0 }));
  });
}

/** Runs the operation with what is filled in, and keeps what came of it. */
export async function runForm(model: FormModel): Promise<void> {
  await busily(`run ${model.place}`, async () => {
    const given = Object.fromEntries(model.sources.map(({ name, item }) => [name, item]));
    const result = await ask<StepView>('run', { id: model.id, input: withoutBlanks(model.values), given });
    update(() => {
      model.result = result;
    });
  });
}

/** Fills the form in as a person would, with records that the office has. */
export async function fillIn(model: FormModel): Promise<void> {
  await busily(`fields ${model.place}`, async () => {
    const values = await ask<Item>('example', { id: model.id });
    update(() => {
      model.values = values;
    });
  });
  await redraw(model);
}

/** A form as Zapier sends it: what was left blank is not there. */
export function withoutBlanks(values: Item): Item {
  const isBlank = (value: unknown): boolean =>
    value === '' || value === undefined || (Array.isArray(value) && value.every(isBlank));
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value)));
}
