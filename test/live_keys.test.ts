import { beforeEach, describe, expect, test } from '@jest/globals';
import { operations, visible } from '../scripts/definition.ts';
import { catchDelivery } from '../proof/office/deliveries.ts';
import { happen } from '../proof/office/happenings.ts';
import { pollInput, workingInput } from '../proof/office/inputs.ts';
import { fillOffice, type Records } from '../proof/office/records.ts';
import { openOffice, type Item } from './support/office.ts';

/*
 * A person maps fields that the sample shows, so every run must return them. Runs each operation against the sandbox,
 * and compares its output with the sample.
 */

const office = openOffice();
let records: Records;

beforeEach(async () => {
  // Makes an estimate and an invoice old enough for the triggers that wait some days.
  const waiting = await fillOffice(office);
  await office.act(`estimates/${String(waiting.estimate.id)}/send`);
  await office.act(`estimates/${String(waiting.estimate.id)}/backdate`, { days: 5 });
  await office.act(`invoices/${String(waiting.invoice.id)}/backdate`, { days: 20 });
  records = await fillOffice(office);
});

const live: Record<string, () => Promise<Item | undefined>> = Object.fromEntries(
  operations.map(({ kind, key, type }) => [
    key,
    async () => {
      if (kind === 'action') return office.create(key, workingInput(key, records));
      if (kind === 'search') return (await office.search(key, workingInput(key, records)))[0];
      if (type !== 'hook') return (await office.trigger(key, { inputData: pollInput(key) }))[0];
      const delivery = await catchDelivery(office, key, () => happen(office, key, records));
      return (await office.trigger(key, { ...delivery }))[0];
    },
  ]),
);

describe.each(visible.map((operation) => [operation.key, operation] as const))(
  '%s',
  (key, { sample, outputs, type }) => {
    test('T002, T004: gives every key of its sample, T006: of the declared type', async () => {
      const item = await live[key]?.();

      expect(item).toBeDefined();
      expect(Object.keys(sample ?? {}).filter((name) => !(name in (item ?? {})))).toEqual([]);
      for (const { key: name, type: declared, list } of outputs) {
        const value = item?.[name];
        if (value === null || value === undefined) continue;
        if (list === true) expect(Array.isArray(value)).toBe(true);
        else if (declared === 'number' || declared === 'integer') expect(typeof value).toBe('number');
        else if (declared === 'string' || declared === 'datetime') expect(typeof value).toBe('string');
      }
    });

    if (type !== 'hook') return;
    test('T003, T005: lists the keys that a delivery gives', async () => {
      const delivered = await live[key]?.();
      const [listed] = await office.trigger(key, {}, 'performList');

      expect(Object.keys(listed ?? {}).sort()).toEqual(Object.keys(delivered ?? {}).sort());
      expect(Object.keys(sample ?? {}).sort()).toEqual(
        Object.keys(delivered ?? {})
          .filter((name) => name in (sample ?? {}))
          .sort(),
      );
    });
  },
);
