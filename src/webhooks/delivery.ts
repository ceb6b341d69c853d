import type { Bundle, ZObject } from 'zapier-platform-core';
import { forgedDelivery, unverifiableDelivery, untimelyDelivery } from '../errors/delivery_error.ts';
import { isFilled } from '../lib/guards.ts';
import { momentIn } from '../records/moment_in.ts';
import { bodyIn } from './delivery_body.ts';
import { isEvent } from './event_in.ts';
import { headersNamed } from './headers.ts';
import { keysOf } from './keys_of.ts';
import { secretIn } from './secret.ts';
import { verify } from './signature.ts';
import { recordsIn, type Awaited, type ToldRecord } from './told_records.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How old a delivery may be by its timestamp: Zapier may work through deliveries late, and a lost lead is worse. */
export const oldestMs = 7 * dayMs;
/** How far ahead its timestamp may lie: a clock may be wrong, and a local time be written as UTC. */
export const aheadMs = dayMs;
// Moments outside of these are no dates: a field that was not filled in, microseconds read as milliseconds.
const [firstMoment, lastMoment] = ['2000-01-01', '2100-01-01'].map((day) => Date.parse(day));

/**
 * Opens a delivery: first its signature over the raw body, then what it says. What cannot be read is logged by its keys,
 * never by its values.
 * @returns what it tells of: one record, mostly; none when CleanEstimate Pro signed something that names none
 * @throws HaltedError when it is not signed with the destination's secret, when Zapier keeps no secret to check it by,
 *   and when its timestamp, which is signed with it, is more than seven days old or more than a day ahead
 */
export function openDelivery(z: ZObject, bundle: Bundle, awaited: Awaited): ToldRecord[] {
  const content = textOf(bundle);
  const secret = secretIn(bundle.subscribeData);
  if (secret === undefined) throw unverifiableDelivery();
  if (!verify(secret, content, headersNamed(bundle, 'x-webhook-signature'))) throw forgedDelivery();
  const body = bodyIn(content);
  const [named] = headersNamed(bundle, 'x-webhook-event');
  const header = named === undefined ? 'nothing' : isEvent(named, awaited.event) ? 'own' : 'other';
  const { told, unread, isOther } = recordsIn(body, awaited, header);
  const about = `A signed delivery for ${awaited.event}`;
  if (told.length === 0) {
    z.console.log(
      `${about} ${isOther ? 'tells of another event' : `names no ${awaited.kind.noun}`}: ${keysOf(body)}`,
    );
  } else if (unread.length > 0) {
    z.console.log(
      `${about} has ${unread.length} entries that name no ${awaited.kind.noun}: ${keysOf(unread[0])}`,
    );
  }
  const timely = told.filter(({ timestamp }) => isTimely(timestamp));
  if (timely.length < told.length) {
    z.console.log(`${about} was refused, by its timestamp: it may be an old one that somebody repeats.`);
    if (timely.length === 0) throw untimelyDelivery();
  }
  return timely;
}

/** The moment of a timestamp in ms since 1970; undefined for a day alone and for what is no date. */
export function eventMoment(timestamp: unknown): number | undefined {
  const isDay = typeof timestamp === 'string' && /^\s*\d{4}-\d\d-\d\d\s*$/.test(timestamp);
  const moment = isDay ? undefined : momentIn(timestamp);
  const isDate = moment !== undefined && moment >= Number(firstMoment) && moment < Number(lastMoment);
  return isDate ? moment : undefined;
}

function isTimely(timestamp: unknown): boolean {
  const moment = eventMoment(timestamp);
  return moment === undefined || (moment >= Date.now() - oldestMs && moment <= Date.now() + aheadMs);
}

// The platform's type promises a text, but nobody checks what arrives.
function textOf({ rawRequest }: Bundle): string {
  const content: unknown = rawRequest?.content;
  return isFilled(content) ? content : '';
}
