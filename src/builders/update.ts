import { defineCreate, type Bundle, type Create, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { updateRecord } from '../writes/write_once.ts';
import { unusableInput } from '../api/zapier_error.ts';
import { inputFields, readForm } from '../forms/form.ts';
import { choiceList, recordId, required } from '../forms/kinds.ts';
import { labelOf, type Form } from '../forms/labels.ts';
import { shape, shapeFields, type Output, type RecordKind, withArticle } from '../records/record.ts';

/** What is special about one update action. */
export interface UpdateAction<F extends Form> {
  record: RecordKind;
  /** The fields that may change. */
  form: F;
  /** Those of them that a record always has. */
  kept: readonly (keyof F['shape'] & string)[];
  /** The API's body out of the filled-in fields, where it is not these themselves. */
  body?: (values: zod.output<F>) => Record<string, unknown>;
}

/** The dropdown of the record that an action changes. */
export function targetField({ noun, title }: RecordKind) {
  return required(
    recordId({
      label: title,
      helpText: `The ${noun} to change. Pick it, or map it from another step such as Find ${title}.`,
      dynamic: `${noun}_list.id.label`,
      search: `find_${noun}.id`,
    }),
  );
}

/**
 * Builds an action that changes a record: what is left blank stays as it is.
 * Its `perform` throws the errors of `readForm` and `zapierError`, and one when there is nothing to change.
 */
export function updateAction<F extends Form>({ record, form, kept, body }: UpdateAction<F>): Create {
  const { noun, title } = record;
  const idKey = `${noun}_id`;
  const fixed = new Set<string>(kept);
  const emptiable = Object.keys(form.shape).filter((key) => !fixed.has(key));
  const choices = emptiable.map((key) => ({ value: key, label: labelOf(form, key) }));
  const target: Form = zod.object({ [idKey]: targetField(record) });
  const emptying = zod.object({
    fields_to_empty: choiceList({
      label: 'Fields to Empty',
      helpText: 'Blank fields above stay as they are. Pick the ones here that should lose their value.',
      choices,
    }),
  });
  const whole: Form = zod.object({ ...target.shape, ...form.shape, ...emptying.shape });

  return defineCreate({
    key: `update_${noun}`,
    noun: title,
    display: {
      label: `Update ${title}`,
      description: `Updates ${withArticle(noun)}, changing only what you fill in.`,
    },
    operation: {
      inputFields: inputFields(whole),
      outputFields: shapeFields(record),
      sample: shape(record, record.fixture),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
        // Whole first, so that a person hears of every mistake at once.
        await readForm(whole, bundle.inputData);
        const values = await readForm(form, bundle.inputData);
        const { [idKey]: id } = await readForm(target, bundle.inputData);
        const { fields_to_empty: emptied = [] } = await readForm(emptying, bundle.inputData);
        const changes = body === undefined ? values : body(values);
        const change = { ...changes, ...nulls(emptied, changes) };
        if (Object.keys(change).length === 0) throw unusableInput('Fill in at least one field to change.');
        return shape(record, await updateRecord(z, record, String(id), { body: change, form: whole }));
      },
    },
  });

  function nulls(keys: string[], changes: Record<string, unknown>): Record<string, null> {
    const unknown = keys.find((key) => !emptiable.includes(key));
    if (unknown !== undefined)
      throw unusableInput(`Fields to Empty: "${unknown}" is not a field that can be emptied.`);
    const both = keys.find((key) => key in changes);
    if (both !== undefined) {
      throw unusableInput(
        `${labelOf(form, both)} has a value and is also among the Fields to Empty. Do one of the two.`,
      );
    }
    return Object.fromEntries(keys.map((key) => [key, null]));
  }
}
