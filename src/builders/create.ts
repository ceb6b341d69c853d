import { defineCreate, type Bundle, type Create, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { inputFields } from '../forms/drawing.ts';
import { readForms } from '../forms/form.ts';
import { text } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';
import { recordOutputFields, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';
import { createRecord } from '../writes/create_record.ts';

type Body = Record<string, unknown>;

/** The run of a create: what its body may need beside the form. */
export interface CreateRun {
  z: ZObject;
  bundle: Bundle;
}

/** What is special about one create action. */
export interface CreateAction<F extends Form> {
  kind: RecordKind;
  description: string;
  form: F;
  /** The API's body out of the form, where it is not the form itself. May look up or create what it needs. */
  body?: (values: zod.output<F>, run: CreateRun) => Body | Promise<Body>;
}

/**
 * Builds an action that creates a record, once for each Unique Reference.
 * Its `perform` throws the errors of `readForms`, `createRecord` and `body`.
 */
export function createAction<F extends Form>({ kind, description, form, body }: CreateAction<F>): Create {
  const { noun, title } = kind;
  const key = `create_${noun}`;
  const reference = zod.object({
    unique_reference: text({
      label: 'Unique Reference',
      helpText: `Map what no other submission has, behind a prefix that only this step uses: "quote-" and the response's number. A submission that arrives twice then makes one ${noun}.`,
    }),
  });
  const whole = zod.object({ ...form.shape, ...reference.shape });

  return defineCreate({
    key,
    noun: title,
    display: { label: `Create ${title}`, description },
    operation: {
      inputFields: inputFields(whole),
      outputFields: recordOutputFields(kind),
      sample: toOutput(kind, kind.fixture),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
        const [values, { unique_reference: uniqueReference }] = await readForms(
          form,
          reference,
          bundle.inputData,
        );
        const write = {
          action: key,
          body: body === undefined ? values : await body(values, { z, bundle }),
          uniqueReference,
          form: whole,
        };
        return toOutput(kind, await createRecord(z, bundle, kind, write));
      },
    },
  });
}
