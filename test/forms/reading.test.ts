import { describe, expect, test } from '@jest/globals';
import * as zod from 'zod/mini';
import { readForm } from '../../src/forms/form.ts';
import type { Form } from '../../src/forms/labels.ts';
import { client } from '../../src/records/client.ts';
import { estimate } from '../../src/records/estimate.ts';
import { job } from '../../src/records/job.ts';
import { scheduleOf } from '../../src/records/job_schedule.ts';
import { lead } from '../../src/records/lead.ts';
import { caseTables } from './cases/all.ts';

/*
 * The cases of `cases.test.ts` by the fields alone, without a step or an API. They take a second, so that a tool that
 * breaks the readers in many ways can try them all each time.
 */

const forms = new Map<string, Form>(
  [lead, client, estimate, job].map(({ noun, schema }) => [noun, zod.partial(schema)]),
);
const schedule = zod.object({
  scheduled_date: job.schema.shape.scheduled_date,
  scheduled_time_start: job.schema.shape.scheduled_time_start,
  scheduled_time_end: job.schema.shape.scheduled_time_end,
});

async function bodyOf(action: string, inputData: Record<string, unknown>): Promise<Record<string, unknown>> {
  const filledIn = { inputData, meta: { timezone: 'America/New_York' } };
  const form = forms.get(action.replace(/^(?:create|update)_/, '')) ?? zod.object({});
  const values = await readForm(form, filledIn);
  return { ...values, ...scheduleOf(await readForm(schedule, filledIn)) };
}

describe.each(caseTables.map((table) => [table.title, table] as const))('%s', (_title, table) => {
  const { action, key, cases } = table;
  const form = table.form ?? ((given: unknown): Record<string, unknown> => ({ [key]: given }));
  const day = action === 'create_job' ? { scheduled_date: '03/20/2026' } : {};

  const byField = cases.filter(({ byStep }) => byStep !== true);
  test.each(byField.map((one) => [JSON.stringify(one.given), one.why, one] as const))(
    '%s: %s',
    async (_given, _why, { given, beside, becomes, refused }) => {
      const reading = bodyOf(action, { ...day, ...beside, ...form(given) });
      if (refused !== undefined) {
        await expect(reading).rejects.toThrow(refused);
        return;
      }
      const body = await reading;
      expect((table.at === undefined ? body[key] : table.at(body)) ?? null).toEqual(becomes);
    },
  );
});
