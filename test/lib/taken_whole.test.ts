import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { operations } from '../../scripts/definition.ts';

/*
 * For every step the platform copies, searches and freezes the whole definition, twice.
 */
describe('the definition', () => {
  test('has fields and samples that the platform does not look into', () => {
    const parts = operations.flatMap(({ key, fields, staticFields, outputs, sample = {} }) =>
      [...fields.slice(0, staticFields), ...outputs, ...(key.endsWith('_list') ? [] : [sample])].map(
        (part) => ({ key, part }),
      ),
    );
    const lookedInto = parts.filter(({ part }) => Object.getPrototypeOf(part) === Object.prototype);

    expect(parts.length).toBeGreaterThan(500);
    expect(lookedInto).toEqual([]);
  });

  test('has one list of outputs and one sample for all operations that give a kind of record', () => {
    const { new_lead: trigger, lead_in_status: poll } = App.triggers;
    const { create_lead: create, update_lead: update } = App.creates;
    const others = [poll, create, update].map((one) => one?.operation);

    for (const other of others) {
      expect(other?.outputFields).toBe(trigger?.operation.outputFields);
      expect(other?.sample).toBe(trigger?.operation.sample);
    }
  });

  test('has one object for a field that several operations have', () => {
    const [one, other] = [App.creates.create_lead, App.creates.update_lead].map((action) =>
      action?.operation.inputFields?.find((field) => 'key' in field && field.key === 'service_interest'),
    );

    expect(one).toHaveProperty('choices');
    expect(other).toBe(one);
  });
});
