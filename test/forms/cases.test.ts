import { beforeAll, describe, expect, test } from '@jest/globals';
import { workingInput } from '../../proof/office/inputs.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { isObject } from '../../src/lib/guards.ts';
import { failureOf } from '../support/failure.ts';
import { openOffice, type Item } from '../support/office.ts';
import { caseTables } from './cases/all.ts';

/*
 * What people and their apps hand over, through the step that a Zap runs, in New York and in the editor, where nothing is
 * put into the notes instead.
 */

const office = openOffice();
const meta = { timezone: 'America/New_York', isLoadingSample: true };
let records: Records;
beforeAll(async () => {
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});

// Jobs whose times are not the case's subject have none.
const withoutTimes = { scheduled_date: '03/20/2026', scheduled_time_start: '', scheduled_time_end: '' };

function formFor(action: string, key: string): Item {
  const input = workingInput(action, records);
  if (action === 'update_job') return { job_id: input.job_id };
  if (action === 'update_estimate') return { estimate_id: input.estimate_id };
  return { ...input, ...(action === 'create_job' && withoutTimes), ...(key === 'zip' && { state: '' }) };
}

describe.each(caseTables.map((table) => [table.title, table] as const))('%s', (_title, table) => {
  const { action, key, cases } = table;
  const form = table.form ?? ((given: unknown): Item => ({ [key]: given }));
  const at = table.at ?? ((body: Item): unknown => body[key]);

  test.each(cases.map((one) => [JSON.stringify(one.given), one.why, one] as const))(
    '%s: %s',
    async (_given, _why, one) => {
      const inputData = { ...formFor(action, key), ...one.beside, ...form(one.given) };
      const step = office.create(action, inputData, { meta });
      if (one.refused !== undefined) {
        expect((await failureOf(step)).message).toContain(one.refused);
        expect(office.requests().filter((request) => !request.startsWith('GET'))).toEqual([]);
        return;
      }
      await step;
      const body = office.sandbox.journal().requests.at(-1)?.body;
      const value = isObject(body) ? at(body) : undefined;
      expect(value === '' || value === undefined ? null : value).toEqual(one.becomes);
    },
  );
});
