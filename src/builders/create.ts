import { defineCreate, type Bundle, type Create, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import type { ApiError } from '../api/api_error.ts';
import { reachable } from '../api/reachable.ts';
import { inputFields } from '../forms/drawing.ts';
import { readForms } from '../forms/form.ts';
import { reference } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';
import { runOf } from '../lib/run.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { givenOf, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';
import { createRecord, type RecordWrite } from '../writes/create_record.ts';
import { bodyWithoutRefused, salvagedBody, type Salvage } from './salvage.ts';

/** The run of a create: what its body may need beside the form. */
export interface CreateRun {
  z: ZObject;
  bundle: Bundle;
}

/** The body of a create, and what is looked up for it. */
export type MadeBody = Pick<RecordWrite, 'body' | 'lookUp'>;

/** What is special about one create action. */
export interface CreateAction<F extends Form> {
  kind: RecordKind;
  description: string;
  form: F;
  /** The API's body out of the form, where it is not the form itself. */
  body?: (values: zod.output<F>, run: CreateRun) => MadeBody | Promise<MadeBody>;
  /** How a running Zap saves the record although a detail cannot be read. Without it, that is refused. */
  salvage?: Salvage;
}

/**
 * Builds an action that creates a record, once for each Unique Reference.
 * Its `perform` throws the errors of `readForms`, `createRecord` and `body`.
 */
export function createAction<F extends Form>(action: CreateAction<F>): Create {
  const { kind, description, form, body, salvage } = action;
  const { noun, title } = kind;
  const key = `create_${noun}`;
  const beside = zod.object({
    unique_reference: reference({
      label: 'Unique Reference',
      helpText: `Map what no other submission has, behind a prefix that only this step uses: "quote-" and the response's number. A submission that arrives twice then makes one ${noun}.`,
    }),
  });
  const whole = zod.object({ ...form.shape, ...beside.shape });

  return defineCreate({
    key,
    noun: title,
    display: { label: `Create ${title}`, description },
    operation: {
      inputFields: inputFields(whole),
      ...givenOf(kind),
      perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
        const shared = { action: key, form: whole };
        // In the editor a person is there to see a wrong mapping, and refusals tell of it.
        if (salvage !== undefined && runOf(bundle).isLoadingSample !== true) {
          const { body: saved, beside: own } = await salvagedBody(salvage, beside, bundle);
          const write = {
            ...shared,
            written: saved,
            body: saved,
            uniqueReference: own.unique_reference,
            withoutRefused: (error: ApiError) => bodyWithoutRefused(salvage, saved, error, bundle.inputData),
          };
          return given(z, kind, await createRecord(z, bundle, kind, write));
        }
        const [values, { unique_reference: uniqueReference }] = await readForms(form, beside, bundle);
        const made = body === undefined ? { body: values } : await body(values, { z, bundle });
        const write = { ...shared, ...made, written: values, uniqueReference };
        return given(z, kind, await createRecord(z, bundle, kind, write));
      },
    },
  });
}

async function given(z: ZObject, kind: RecordKind, record: ApiRecord): Promise<Output> {
  return toOutput(kind, await reachable(z, kind, record));
}
