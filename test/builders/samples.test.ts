import { describe, expect, test } from '@jest/globals';
import { ownMember } from '../../src/lib/guards.ts';
import { estimate } from '../../src/records/estimate.ts';
import { invoice } from '../../src/records/invoice.ts';
import { job } from '../../src/records/job.ts';
import { lead } from '../../src/records/lead.ts';
import { openReceiver } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * The records that a person sees when a Zap is made.
 */

const api = scriptedApi();
const { platform } = openReceiver();

/** The ids of the samples, for an API whose list has these records, and these when it is asked for a status. */
async function samples(
  key: string,
  all: unknown[],
  withStatus: unknown[] = all,
  inputData = {},
): Promise<unknown[]> {
  api.answersBy(({ query }) => ({ status: 200, body: { data: 'status' in query ? withStatus : all } }));
  const items: unknown = await platform().run(`triggers.${key}.operation.performList`, { inputData });
  const list: unknown[] = Array.isArray(items) ? items : [];
  return list.map((item) => ownMember(item, 'id'));
}

const scheduled = { ...job.fixture, id: 'scheduled', status: 'scheduled', completed_at: null };
const done = { ...job.fixture, id: 'done' };

describe('samples', () => {
  test('are records to which the event has happened, when there are some', async () => {
    expect(await samples('job_completed', [scheduled, done])).toEqual(['done']);
    expect(api.asked).toHaveLength(1);
    const sent = { ...invoice.fixture, id: 'sent', status: 'sent', paid_at: null };
    expect(await samples('invoice_paid', [sent, { ...invoice.fixture, id: 'paid', status: 'Paid' }])).toEqual(
      ['paid'],
    );
    const draft = { ...estimate.fixture, id: 'draft', status: 'draft', accepted_at: '' };
    const invoiced = { ...estimate.fixture, id: 'invoiced', status: 'invoiced' };
    expect(await samples('estimate_accepted', [draft, invoiced])).toEqual(['invoiced']);
    const lost = { ...lead.fixture, id: 'lost', status: 'lost' };
    expect(await samples('lead_status_changed', [{ ...lead.fixture, id: 'new' }, lost])).toEqual(['lost']);
  });

  test('are asked for by their status, when none of the newest is one', async () => {
    expect(await samples('job_completed', [scheduled], [done, scheduled])).toEqual(['done']);
    expect(api.asked).toEqual(['GET /jobs', 'GET /jobs']);
  });

  test('are any records, when there are none yet', async () => {
    expect(await samples('job_completed', [scheduled])).toEqual(['scheduled']);
    expect(await samples('lead_status_changed', [{ ...lead.fixture, id: 'new' }])).toEqual(['new']);
    expect(await samples('job_completed', [])).toEqual([]);
  });

  test('are those that pass the filters first, then those to which the event has happened', async () => {
    const roof = { ...done, id: 'roof', service_type: 'Roof Wash' };

    expect(
      await samples('job_completed', [scheduled, done, roof], [], { service_type: 'roof_wash' }),
    ).toEqual(['roof']);
    expect(await samples('job_completed', [scheduled, done], [], { service_type: 'roof_wash' })).toEqual([
      'done',
    ]);
  });
});
