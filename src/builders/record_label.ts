import { findChoice } from '../forms/choices.ts';
import { isTimeZone, wallClockAt } from '../lib/time_zone.ts';
import { amountIn } from '../records/amount_in.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { contactsOf, textsIn } from '../records/contacts_of.ts';
import { momentIn } from '../records/moment_in.ts';
import { numberOf } from '../records/number_of.ts';
import { timeText } from '../records/readable.ts';
import type { RecordKind } from '../records/record.ts';
import { serviceChoices } from '../records/services.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
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
  const created = dayOf(record.created_at, timeZone);
  const [contact] = [...contactsOf(kind, record, 'phone'), ...contactsOf(kind, record, 'email')];
  const city = addressKeys === undefined ? undefined : textsIn(record[addressKeys.city])[0];
  const details =
    'scheduled_date' in schema.shape
      ? [whenIn(record), serviceIn(record), number, city]
      : 'number' in schema.shape
        ? [number, amountText(record.total), created]
        : [];
  const isTold = details.some((detail) => detail !== undefined);
  const parts = [contactsOf(kind, record, 'name')[0], ...(isTold ? details : [contact, city])];
  return parts.filter((part) => part !== undefined).join(' · ') || record.id;
}

/**
 * The labels of a page of a dropdown. Those that are alike get the day on which the record came, else its id.
 * @param timeZone as in `labelFor`
 */
export function labelsFor(kind: RecordKind, records: readonly ApiRecord[], timeZone?: unknown): string[] {
  const labels = records.map((record) => labelFor(kind, record, timeZone));
  const dated = labels.map((label, index) => {
    const day = isAlone(label, labels) ? undefined : dayOf(records[index]?.created_at, timeZone);
    return day === undefined || label.includes(day) ? label : `${label} · ${day}`;
  });
  return dated.map((label, index) => {
    const id = records[index]?.id ?? '';
    return isAlone(label, dated) || label === id ? label : `${label} · ${id.slice(0, 8)}`;
  });
}

function isAlone(label: string, labels: readonly string[]): boolean {
  return labels.filter((other) => other === label).length === 1;
}

// "Mar 20, 2026, 9:00 AM": the crew's own clock, in no zone.
function whenIn({ scheduled_date, scheduled_time_start }: ApiRecord): string | undefined {
  const day = dayIn(textsIn(scheduled_date)[0]);
  const time = timeText(scheduled_time_start);
  return day === undefined || time === null ? day : `${day}, ${time}`;
}

function serviceIn({ service_type }: ApiRecord): string | undefined {
  const [service] = textsIn(service_type);
  return service === undefined ? undefined : (findChoice(services, service)?.label ?? service);
}

function amountText(total: unknown): string | undefined {
  const amount = amountIn(total);
  if (amount === undefined) return undefined;
  return `$${amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;
}

function dayOf(moment: unknown, timeZone: unknown): string | undefined {
  const momentMs = momentIn(moment);
  return momentMs === undefined
    ? undefined
    : dayIn(wallClockAt(momentMs, isTimeZone(timeZone) ? timeZone : 'UTC').date);
}

function dayIn(isoDay: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(isoDay ?? '') ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? undefined : `${name} ${Number(day)}, ${String(year)}`;
}
