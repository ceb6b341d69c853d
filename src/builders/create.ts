import { defineCreate, type Bundle, type Create, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { createRecord } from '../writes/write_once.ts';
import { inputFields, readForm } from '../forms/form.ts';
import { text } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';
import { shape, shapeFields, type Output, type RecordKind } from '../records/record.ts';

type Body = Record<string, unknown>;

/** The run of a create: what its body may need beside the form. */
export interface CreateRun {
  z: ZObject;
  bundle: Bundle;
}

/** What is special about one create action. */
export interface CreateAction<F extends Form> {
  record: RecordKind;
  description: string;
  form: F;
  /** The API's body out of the form, where it is not the form itself. May look up or create what it needs. */
  body?: (values: zod.output<F>, run: CreateRun) => Body | Promise<Body>;
}

/**
 * Builds an action that creates a record, once for each Unique Reference.
 * Its `perform` throws the errors of `readForm` and `zapierError`.
 */
export function createAction<F extends Form>({ record, description, form, body }: CreateAction<F>): Create {
  const { noun, title } = record;
  const key = `create_${noun}`;
  const reference = zod.object({
    unique_reference: text({
      label: 'Unique Reference',
      helpText: `Map what no other submission has, with a word of your own for this step, such as "quote form" and the response's number. A submission that arrives twice then makes one ${noun}.`,
    }),
  });
  const whole = zod.object({ ...form.shape, ...reference.shape });

  return defineCreate({
    key,
    noun: title,
    display: { label: `Create ${title}`, description },
    operation: {
      inputFields: inputFields(whole),
      outputFields: shapeFields(record),
      sample: shape(record, record.fixture),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
        // Whole first, so that a person hears of every mistake at once.
        await readForm(whole, bundle.inputData);
        const values = await readForm(form, bundle.inputData);
        const { unique_reference: uniqueReference } = await readForm(reference, bundle.inputData);
        const write = {
          action: key,
          body: body === undefined ? values : await body(values, { z, bundle }),
          uniqueReference,
          form: whole,
        };
        return shape(record, await createRecord(z, bundle, record, write));
      },
    },
  });
}
