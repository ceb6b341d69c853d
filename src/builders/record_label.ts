import { isFilled } from '../lib/guards.ts';
import { isTimeZone } from '../lib/time_zone.ts';
import { amountIn } from '../records/amount_in.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { contactsOf, textsIn } from '../records/contacts_of.ts';
import { dayIn } from '../records/day_in.ts';
import { momentIn } from '../records/moment_in.ts';
import { numberOf } from '../records/number_of.ts';
import { nameOf, timeText } from '../records/readable.ts';
import type { RecordKind } from '../records/record.ts';
import { serviceChoices } from '../records/services.ts';

const services = serviceChoices('_');

/**
 * How people tell records apart, as a dropdown shows it. Leads and clients by whom and where: "Taylor Morgan · +17045550123
 * · Charlotte". Jobs by when and what: "Taylor Morgan · Mar 20, 2026, 9:00 AM · House Wash · JOB-1042 · Charlotte".
 * Estimates and invoices by number, amount and date: "Taylor Morgan · EST-1017 · $432.50 · Mar 3, 2026". Where there is
 * none of it, by whom and where, too.
 * @param timeZone the zone that moments are shown in, an IANA name; UTC for anything else
 */
export function labelFor(kind: RecordKind, record: ApiRecord, timeZone?: unknown): string {
  const { schema, addressKeys } = kind;
  const number = numberOf(record);
  const [contact] = [...contactsOf(kind, record, 'phone'), ...contactsOf(kind, record, 'email')];
  const city = addressKeys === undefined ? undefined : textsIn(record[addressKeys.city])[0];
  const details =
    'scheduled_date' in schema.shape
      ? [whenIn(record), nameOf(services, record.service_type), number, city]
      : 'number' in schema.shape
        ? [number, amountOf(record), createdOn(record, timeZone)]
        : [];
  const isTold = details.some(isFilled);
  const parts = [contactsOf(kind, record, 'name')[0], ...(isTold ? details : [contact, city])];
  return parts.filter(isFilled).join(' · ') || record.id;
}

/**
 * The labels of a page of a dropdown. Those that are alike get the day on which the record came, else its id.
 * @param timeZone as in `labelFor`
 */
export function labelsFor(kind: RecordKind, records: readonly ApiRecord[], timeZone?: unknown): string[] {
  const plain = records.map((record): Labelled => ({ record, label: labelFor(kind, record, timeZone) }));
  const dated = plain.map(({ record, label }): Labelled => {
    const day = isAlone(label, plain) ? undefined : createdOn(record, timeZone);
    return { record, label: day === undefined || label.includes(day) ? label : `${label} · ${day}` };
  });
  return dated.map(({ record: { id }, label }) =>
    isAlone(label, dated) || label === id ? label : `${label} · ${id.slice(0, 8)}`,
  );
}

interface Labelled {
  record: ApiRecord;
  label: string;
}

function isAlone(label: string, all: readonly Labelled[]): boolean {
  return all.filter((other) => other.label === label).length === 1;
}

// "Mar 20, 2026, 9:00 AM": the crew's own clock, in no zone.
function whenIn({ scheduled_date, scheduled_time_start }: ApiRecord): string | null {
  const day = dayIn(textsIn(scheduled_date)[0]);
  if (day === undefined) return null;
  const time = timeText(scheduled_time_start);
  return [shortDay(Date.parse(day), 'UTC'), time].filter(isFilled).join(', ');
}

function amountOf({ total }: ApiRecord): string | undefined {
  const amount = amountIn(total);
  return amount === undefined ? undefined : `$${amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

function createdOn({ created_at }: ApiRecord, timeZone: unknown): string | undefined {
  const momentMs = momentIn(created_at);
  return momentMs === undefined ? undefined : shortDay(momentMs, isTimeZone(timeZone) ? timeZone : 'UTC');
}

// "Mar 20, 2026"
function shortDay(momentMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone }).format(momentMs);
}
