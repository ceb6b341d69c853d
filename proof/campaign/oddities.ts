import { isObject, parseJson } from '../../src/lib/guards.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { signatureOf, withBody, withSignature, type DeliveryBundle } from '../office/deliveries.ts';

/** Makes an unusual delivery from a genuine one, signed with the destination's real secret. */
type Oddity = (caught: DeliveryBundle) => RawRequest;

const megabyte = 1024 * 1024;

/** An oddity that changes the `data` of the body. */
const data =
  (change: (data: Record<string, unknown>) => unknown): Oddity =>
  (caught) => {
    const envelope = envelopeOf(caught);
    const before = isObject(envelope.data) ? envelope.data : {};
    return withBody(caught, JSON.stringify({ ...envelope, data: change(before) }));
  };

/** An oddity that changes the whole body: event, timestamp and data. */
const envelope =
  (change: (envelope: Record<string, unknown>) => unknown): Oddity =>
  (caught) =>
    withBody(caught, JSON.stringify(change(envelopeOf(caught))));

/** A delivery with a body of more than 1 MB. */
export const aMegabyte = data((before) => ({ ...before, photo: 'x'.repeat(megabyte) }));

/** The same event with a later timestamp, which makes it a new delivery instead of a repeated one. */
export const laterBy = (seconds: number): Oddity =>
  envelope((before) => ({
    ...before,
    timestamp: new Date(Date.parse(String(before.timestamp)) + seconds * 1000).toISOString(),
  }));

/** Unusual deliveries that name a record, so the trigger must fire. */
export const firing: Record<string, Oddity> = {
  'non-ASCII text': data((before) => ({ ...before, remark: 'Größe 伟 🏡 \u2028 שלום' })),
  'unknown fields': envelope((before) => ({ ...before, version: 2, meta: { deep: [{ nested: null }] } })),
  'fields of other types': data((before) => ({
    ...before,
    total: 'a lot',
    city: 7,
    services: 'all',
    notes: {},
  })),
  'a pretty-printed body': (caught) => withBody(caught, JSON.stringify(envelopeOf(caught), null, 2)),
  'no event in the body': envelope(({ event: _event, ...rest }) => rest),
  'data that is a list': data((before) => [before]),
  'a list as the body': envelope((before) => [before]),
  'data one deeper': data((before) => ({ data: before })),
  'the event in capitals': envelope((before) => ({ ...before, event: String(before.event).toUpperCase() })),
  'a byte order mark': (caught) => withBody(caught, `\uFEFF${JSON.stringify(envelopeOf(caught))}`),
  'a form': (caught) =>
    withBody(caught, new URLSearchParams({ payload: JSON.stringify(envelopeOf(caught)) }).toString()),
  'its signature twice, in capitals': ({ rawRequest }) => {
    const signature = signatureOf(rawRequest).toUpperCase();
    return withSignature(rawRequest, `sha256=${signature}, ${signature}`);
  },
};

/** Signed deliveries that name no record or are for another trigger: the trigger must not fire, and not fail. */
export const silent: Record<string, Oddity> = {
  'a foreign event': envelope((before) => ({ ...before, event: 'client.created' })),
  "another trigger's event": envelope((before) => ({
    ...before,
    event: before.event === 'job.created' ? 'lead.created' : 'job.created',
  })),
  'data that is null': data(() => null),
  'data that is text': data(() => 'lead'),
  'no data': envelope(({ data: _data, ...rest }) => rest),
  'no record named': data(() => ({ status: 'new' })),
  'ids that are neither text nor number': data(() => ({
    lead_id: {},
    estimate_id: null,
    job_id: [],
    invoice_id: {},
    id: false,
  })),
  'a number as the body': (caught) => withBody(caught, '42'),
  'an empty body': (caught) => withBody(caught, ''),
  'half a body, signed': (caught) => withBody(caught, caught.rawRequest.content.slice(0, 40)),
  'a body of braces': (caught) => withBody(caught, '{'.repeat(1000)),
};

function envelopeOf({ rawRequest }: DeliveryBundle): Record<string, unknown> {
  const parsed = parseJson(rawRequest.content);
  return isObject(parsed) ? parsed : {};
}
