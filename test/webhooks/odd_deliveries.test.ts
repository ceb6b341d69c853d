import { describe, expect, test } from '@jest/globals';
import { sign } from '../../src/webhooks/signature.ts';
import { lead } from '../../src/records/lead.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { openOffice, type Item } from '../support/office.ts';

/*
 * Signed deliveries that differ from the only example that CleanEstimate Pro documents.
 */

const office = openOffice();
const secret = 'whsec_test';
const deliver = (
  envelope: unknown,
  headers: Record<string, string> = {},
  more: Item = {},
): Promise<Item[]> => {
  const content = JSON.stringify(envelope);
  const rawRequest = { content, headers: { 'Http-X-Webhook-Signature': sign(secret, content), ...headers } };
  return office.trigger('new_lead', { subscribeData: { id: 'w1', secret }, rawRequest, ...more });
};

describe('a signed delivery', () => {
  test('with the whole record under its noun is taken as it is', async () => {
    const record = { ...lead.fixture, id: 'l1' };

    expect(await deliver({ event: 'lead.created', data: { lead: record } })).toMatchObject([record]);
    expect(office.requests()).toEqual([]);
  });

  test('with created_at but without a name is not the whole record, so the record is read', async () => {
    const { id, created_at } = await office.create('create_lead', leadForm);

    expect(
      await deliver({ event: 'lead.created', data: { lead_id: id, status: 'new', created_at } }),
    ).toMatchObject([{ id, customer_name: 'Taylor Morgan', customer_phone: '+17045550123' }]);
  });

  test('with an id that would lead to another address fires without asking for that', async () => {
    expect(await deliver({ event: 'lead.created', data: { lead_id: '..', status: 'new' } })).toMatchObject([
      { id: '..' },
    ]);
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('with a plain id is read', async () => {
    const { id } = await office.create('create_lead', leadForm);

    expect(await deliver({ event: 'lead.created', data: { id } })).toMatchObject([{ id, city: 'Charlotte' }]);
  });

  test('with its event in the header alone is taken', async () => {
    const { id } = await office.create('create_lead', leadForm);

    expect(await deliver({ data: { lead_id: id } }, { 'X-Webhook-Event': 'lead.created' })).toHaveLength(1);
    expect(await deliver({ data: { lead_id: id } })).toHaveLength(0);
  });

  test('without an X-Webhook-ID is deduped by its content', async () => {
    const { id } = await office.create('create_lead', leadForm);
    const envelope = { event: 'lead.created', data: { lead_id: id } };

    expect([...(await deliver(envelope)), ...(await deliver(envelope))]).toHaveLength(1);
  });

  test('with the same X-Webhook-ID fires in both of two Zaps', async () => {
    const { id } = await office.create('create_lead', leadForm);
    const envelope = { event: 'lead.created', data: { lead_id: id } };
    const numbered = { 'X-Webhook-ID': 'n1' };

    expect(await deliver(envelope, numbered)).toHaveLength(1);
    expect(await deliver(envelope, numbered, { subscribeData: { id: 'w2', secret } })).toHaveLength(1);
    expect(await deliver(envelope, numbered)).toHaveLength(0);
  });

  test('with the same content and another X-Webhook-ID is deduped, since the id is not signed', async () => {
    const { id } = await office.create('create_lead', leadForm);
    const envelope = { event: 'lead.created', data: { lead_id: id } };

    expect(await deliver(envelope, { 'X-Webhook-ID': 'n1' })).toHaveLength(1);
    expect(await deliver(envelope, { 'X-Webhook-ID': 'n2' })).toHaveLength(0);
  });

  test('with an X-Webhook-ID that came before is deduped, even with another timestamp', async () => {
    const { id } = await office.create('create_lead', leadForm);
    const sentAt = (timestamp: string | undefined): Promise<Item[]> =>
      deliver({ event: 'lead.created', timestamp, data: { lead_id: id } }, { 'X-Webhook-ID': 'n3' });

    const [first, again] = [10_000, 0].map((ago) => new Date(Date.now() - ago).toISOString());

    expect(await sentAt(first)).toHaveLength(1);
    expect(await sentAt(again)).toHaveLength(0);
  });

  test('whose service is one text instead of a list is filtered all the same', async () => {
    const record = { ...lead.fixture, id: 'l2', service_interest: 'house-wash' };
    const filtered = (service_interest: string): Promise<Item[]> =>
      deliver({ event: 'lead.created', data: record }, {}, { inputData: { service_interest } });

    expect(await filtered('House Wash')).toHaveLength(1);
    expect(await filtered('Roof Wash')).toHaveLength(0);
  });

  test('while the key is revoked is held until somebody reconnects', async () => {
    const key = office.sandbox.createKey();
    const platform = office.as(key);
    office.sandbox.revokeKey(key);
    const content = JSON.stringify({ event: 'lead.created', data: { lead_id: 'x' } });
    const rawRequest = { content, headers: { 'X-Webhook-Signature': sign(secret, content) } };

    const run = platform.run('triggers.new_lead.operation.perform', {
      subscribeData: { secret },
      rawRequest,
    });

    await expect(run).rejects.toMatchObject({ name: 'ExpiredAuthError' });
  });
});
