import { isObject, parseJson } from '../../src/lib/guards.ts';
import type { RawRequest } from '../../workbench/hook_server.ts';
import { withBody, type DeliveryBundle } from '../office/deliveries.ts';

/** Makes a signed delivery that is unusual. */
type Oddity = (caught: DeliveryBundle) => RawRequest;

const megabyte = 1024 * 1024;

/** The delivery with other data, signed. */
const data =
  (change: (data: Record<string, unknown>) => unknown): Oddity =>
  (caught) => {
    const envelope = envelopeOf(caught);
    const before = isObject(envelope.data) ? envelope.data : {};
    return withBody(caught, JSON.stringify({ ...envelope, data: change(before) }));
  };

/** The delivery with another envelope, signed. */
const envelope =
  (change: (envelope: Record<string, unknown>) => unknown): Oddity =>
  (caught) =>
    withBody(caught, JSON.stringify(change(envelopeOf(caught))));

/** A delivery as long as a photo. */
export const aMegabyte = data((before) => ({ ...before, photo: 'x'.repeat(megabyte) }));

/** The same again, as of so many seconds later: another delivery, since no two of one event are of one moment. */
export const laterBy = (seconds: number): Oddity =>
  envelope((before) => ({
    ...before,
    timestamp: new Date(Date.parse(String(before.timestamp)) + seconds * 1000).toISOString(),
  }));

/** Signed, unusual, and about a record all the same: they start the Zap. */
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
};

/** Signed, but nothing for this trigger: they start nothing, and break nothing. */
export const silent: Record<string, Oddity> = {
  'a foreign event': envelope((before) => ({ ...before, event: 'client.created' })),
  "another trigger's event": envelope((before) => ({
    ...before,
    event: before.event === 'job.created' ? 'lead.created' : 'job.created',
  })),
  'data that is null': data(() => null),
  'data that is a list': data((before) => [before]),
  'data that is text': data(() => 'lead'),
  'no data': envelope(({ data: _data, ...rest }) => rest),
  'no record named': data(() => ({ status: 'new' })),
  'ids that are not text': data(() => ({
    lead_id: 7,
    estimate_id: null,
    job_id: [],
    invoice_id: {},
    id: false,
  })),
  'a list as the body': envelope((before) => [before]),
  'a number as the body': (caught) => withBody(caught, '42'),
  'an empty body': (caught) => withBody(caught, ''),
  'half a body, signed': (caught) => withBody(caught, caught.rawRequest.content.slice(0, 40)),
  'a body of braces': (caught) => withBody(caught, '{'.repeat(1000)),
};

function envelopeOf({ rawRequest }: DeliveryBundle): Record<string, unknown> {
  const parsed = parseJson(rawRequest.content);
  return isObject(parsed) ? parsed : {};
}
