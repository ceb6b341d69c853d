import { defineCreate, type Bundle, type Create, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { unusableInput } from '../errors/form_error.ts';
import { inputFields } from '../forms/drawing.ts';
import { readForms } from '../forms/form.ts';
import { onlyChoiceList } from '../forms/choice_kinds.ts';
import { labelOf, type Form } from '../forms/labels.ts';
import { givenOf, toOutput, type Output } from '../records/output.ts';
import { withArticle, type RecordKind } from '../records/record.ts';
import { updateRecord } from '../writes/update_record.ts';
import { targetField } from './target_field.ts';

/** The run of an update: what its body may need beside the form. */
export interface UpdateRun {
  z: ZObject;
  /** The record that changes. */
  id: string;
  /** The fields that are to lose their value. */
  toEmpty: readonly string[];
}

/** What is special about one update action. */
export interface UpdateAction<F extends Form> {
  kind: RecordKind;
  /** The fields that may change. */
  form: F;
  /** Those of them that a record must always have, so that they cannot be emptied. */
  notClearable: readonly (keyof F['shape'] & string)[];
  /** The API's body out of the filled-in fields, where it is not these themselves. */
  body?: (values: zod.output<F>, run: UpdateRun) => Promise<Record<string, unknown>>;
}

/**
 * Builds an action that changes a record: what is left blank stays as it is.
 * Its `perform` throws the errors of `readForms` and `updateRecord`, and an Error when nothing is to be changed or a
 * field is to be both filled and emptied.
 */
export function updateAction<F extends Form>({ kind, form, notClearable, body }: UpdateAction<F>): Create {
  const { noun, title } = kind;
  const idKey = `${noun}_id`;
  const fixed = new Set<string>(notClearable);
  const clearable = Object.keys(form.shape).filter((key) => !fixed.has(key));
  const targetShape = { [idKey]: targetField(kind) };
  const emptying = {
    fields_to_empty: onlyChoiceList({
      label: 'Fields to Empty',
      helpText: 'Blank fields above stay as they are. Pick the ones here that should lose their value.',
      choices: clearable.map((key) => ({ value: key, label: labelOf(form, key) })),
    }),
  };
  const beside = zod.object({ ...targetShape, ...emptying });
  const whole: Form = zod.object({ ...targetShape, ...form.shape, ...emptying });

  return defineCreate({
    key: `update_${noun}`,
    noun: title,
    display: {
      label: `Update ${title}`,
      description: `Updates ${withArticle(noun)}, changing only what you fill in.`,
    },
    operation: {
      inputFields: inputFields(whole),
      ...givenOf(kind),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
        const [values, own] = await readForms(form, beside, { ...bundle, changesRecord: true });
        const { fields_to_empty: toEmpty = [], ...target }: typeof own & Record<string, unknown> = own;
        const id = String(target[idKey]);
        const changes = body === undefined ? values : await body(values, { z, id, toEmpty });
        const filledIn = Object.entries(changes).filter(([, value]) => value !== undefined);
        const change = { ...Object.fromEntries(filledIn), ...nulls(toEmpty, changes) };
        if (Object.keys(change).length === 0) throw unusableInput('Fill in at least one field to change.');
        return toOutput(kind, await updateRecord(z, kind, id, { body: change, form: whole }));
      },
    },
  });

  function nulls(keys: string[], changes: Record<string, unknown>): Record<string, null> {
    const both = keys.find((key) => key in changes);
    if (both !== undefined) {
      throw unusableInput(
        `${labelOf(form, both)} has a value and is also among the Fields to Empty. Do one of the two.`,
      );
    }
    return Object.fromEntries(keys.map((key) => [key, null]));
  }
}
