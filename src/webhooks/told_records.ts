import { wrappings } from '../api/response.ts';
import { idText, isBlank, isObject, ownMember } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';
import { jsonIn } from './delivery_body.ts';
import { eventIn, type Told } from './event_in.ts';
import { merged } from './merged.ts';

/** A record that a delivery tells of, as far as it does. */
export interface ToldRecord {
  record: ApiRecord;
  /** When it happened, as the body says. */
  timestamp: unknown;
}

/** What a trigger waits for. */
export interface Awaited {
  /** Such as "lead.created". */
  event: string;
  kind: RecordKind;
}

/** What the body of a delivery was found to hold. */
export interface Findings {
  told: ToldRecord[];
  /** The entries of lists that name no record. */
  unread: unknown[];
  /** True when an event was named, and it is another one. */
  isOther: boolean;
}

interface Place {
  event: Told;
  timestamp: unknown;
  /** True outside of everything. */
  isTop: boolean;
  isNamed: boolean;
  /** True where a plain `id` is the record's. */
  isRecord: boolean;
  depth: number;
}

// An event has its parts under these, too.
const envelopes = [
  ...wrappings,
  'object',
  'resource',
  'entity',
  'body',
  'message',
  'event',
  'events',
  'webhook',
  // How a change is told: what was before stands beside it.
  'after',
  'current',
  'new',
];
const contents = ['data', 'payload'];
// Documented: `timestamp`. Not `created_at` and the like: they may be a record's that stands beside the event.
const timestamps = ['timestamp', 'event_timestamp', 'event_time', 'occurred_at'];
const envelopeKeys = ['event', ...timestamps, 'webhook_id', 'attempt'];
const deepest = 6;

/**
 * Finds the records that a delivery of an event is about. Documented: `{"event", "timestamp", "data": {"job_id",
 * "status"}}`. Assumed: the other events are like it. Read too, since only the signature can tell that it is genuine:
 * whole records, lists of them, under their noun or plural, within any wrapping, beside the event, lists of envelopes,
 * and texts that hold JSON.
 * @param body the parsed body
 * @param header what the header says of the event, which counts where the body names none
 */
export function recordsIn(body: unknown, awaited: Awaited, header: Told): Findings {
  const { event, kind } = awaited;
  const { noun, path } = kind;
  const idKeys = [`${noun}_id`, `${noun}Id`, `${noun}_uuid`];
  const findings: Findings = { told: [], unread: [], isOther: header === 'other' };

  const within = (value: unknown, place: Place): ToldRecord[] => {
    if (place.depth > deepest) return [];
    const inner = { ...place, depth: place.depth + 1 };
    if (typeof value === 'string') {
      const parsed = jsonIn(value);
      return parsed === undefined ? [] : within(parsed, inner);
    }
    if (Array.isArray(value)) return value.flatMap((entry: unknown) => entryOf(entry, inner));
    return isObject(value) ? inObject(value, inner) : [];
  };

  const entryOf = (entry: unknown, place: Place): ToldRecord[] => {
    const told = within(entry, place);
    if (told.length === 0) findings.unread.push(entry);
    return told;
  };

  const inObject = (value: Record<string, unknown>, place: Place): ToldRecord[] => {
    const said = eventIn(value, event, place);
    const isEnvelope = place.isTop || said !== 'nothing';
    const here: Place = {
      ...place,
      event: said === 'nothing' ? place.event : said,
      timestamp: (isEnvelope ? timestampOf(value) : undefined) ?? place.timestamp,
      isTop: false,
      isNamed: place.isNamed || said !== 'nothing',
      isRecord: true,
    };
    if (said === 'other') findings.isOther = true;
    const named = firstOf(value, [noun, path], here);
    if (named.length > 0) return withSiblings(named, isEnvelope ? {} : value, kind);
    const { id, isSure } = idOf(value, place.isRecord && !isEnvelope, isEnvelope);
    // A plain id may be the event's: what names the record by its kind is surer. Lists hold a record's own parts.
    const wrapped =
      id === undefined
        ? firstOf(value, envelopes, here)
        : isSure
          ? []
          : firstOf(
              value,
              envelopes.filter((key) => isObject(ownMember(value, key))),
              { ...here, isRecord: false },
            );
    if (wrapped.length > 0) return withSiblings(wrapped, isEnvelope ? {} : value, kind);
    if (here.event !== 'own') return [];
    return id === undefined
      ? nameless(value, here, isEnvelope)
      : [{ record: fieldsOf(value, id, isEnvelope), timestamp: here.timestamp }];
  };

  const idOf = (
    value: Record<string, unknown>,
    isRecord: boolean,
    isEnvelope: boolean,
  ): { id: string | undefined; isSure: boolean } => {
    const ownId = firstId(value, idKeys);
    if (ownId !== undefined) return { id: ownId, isSure: true };
    // A whole record stands beside the event at times: then it has fields of its kind, and nothing is wrapped.
    const hasContent = contents.some((key) => Object.hasOwn(value, key)) || wraps(value);
    const isFlat = isEnvelope && !hasContent && isLikeRecord(value);
    return { id: isRecord || isFlat ? firstId(value, ['id', 'uuid', '_id']) : undefined, isSure: false };
  };

  const fieldsOf = (value: Record<string, unknown>, id: string, isEnvelope: boolean): ApiRecord => {
    const inner = isEnvelope ? contents.map((key) => ownMember(value, key)).find(isObject) : undefined;
    const own = isEnvelope ? without(value, [...envelopeKeys, ...contents]) : value;
    return { ...without({ ...own, ...inner }, idKeys), id };
  };

  // An id under the noun, ids in a list, or something else that says which of our records it is about: of that only the
  // id is taken.
  const nameless = (value: Record<string, unknown>, here: Place, isEnvelope: boolean): ToldRecord[] => {
    const { timestamp } = here;
    const listed = [noun, `${noun}_ids`, path].flatMap((key): unknown[] => [ownMember(value, key)].flat());
    const ids = listed.map(idText).filter((text) => text !== undefined && /^[\w.:-]+$/.test(text));
    if (ids.length > 0) return ids.map((text) => ({ record: { id: String(text) }, timestamp }));
    const others = Object.keys(value).filter((key) => isObject(value[key]) && !envelopes.includes(key));
    const told = firstOf(value, others, { ...here, isRecord: false });
    return isEnvelope ? told : told.map(({ record }) => ({ record: { id: record.id }, timestamp }));
  };

  const firstOf = (value: Record<string, unknown>, keys: readonly string[], place: Place): ToldRecord[] => {
    for (const key of keys) {
      const inner = ownMember(value, key);
      const told = within(inner, place);
      if (told.length > 0) return told;
    }
    return [];
  };

  const isLikeRecord = (value: Record<string, unknown>): boolean =>
    Object.keys(value).some((key) => !/^id$|_at$/.test(key) && Object.hasOwn(kind.schema.shape, key));

  const top = { event: header, timestamp: undefined, isTop: true, isNamed: false, isRecord: false, depth: 0 };
  const unlike = new Map(within(body, top).map((one): [string, ToldRecord] => [hash(one), one]));
  findings.told.push(...unlike.values());
  return findings;
}

function timestampOf(value: Record<string, unknown>): unknown {
  return timestamps.map((key) => ownMember(value, key)).find((one) => !isBlank(one));
}

function wraps(value: Record<string, unknown>): boolean {
  return envelopes.some((key) => key !== 'event' && isObject(ownMember(value, key)));
}

// `{"lead": {…}, "previous_status": "new"}`: what stands beside a record is said about it.
function withSiblings(
  told: ToldRecord[],
  outer: Record<string, unknown>,
  { noun, path }: RecordKind,
): ToldRecord[] {
  if (told.length > 1) return told;
  const beside = without(outer, [noun, path, `${noun}_id`, 'id', ...envelopes]);
  return told.map(({ record, timestamp }) => ({
    timestamp,
    record: { ...merged(beside, record), id: record.id },
  }));
}

function without(value: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function firstId(value: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return keys.map((key) => idText(ownMember(value, key))).find((id) => id !== undefined);
}
