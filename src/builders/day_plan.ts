import { inWords, nameOf, timeText } from '../records/readable.ts';
import { isBlank } from '../lib/guards.ts';
import { amountIn } from '../records/amount_in.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { contactsOf, textsIn } from '../records/contacts_of.ts';
import { job } from '../records/job.ts';
import { numberOf } from '../records/number_of.ts';
import { toOutput, type Output } from '../records/output.ts';
import { serviceChoices } from '../records/services.ts';
import { timeIn } from '../records/time_in.ts';

/** The jobs of a day, as a step gives them. */
export interface DayPlan extends Output {
  date: string;
  date_text: string;
  count: number;
  /** Null where the total of one of them cannot be read: a sum without it would look right. */
  total: number | null;
  summary: string;
  jobs: Output[];
}

const services = serviceChoices('_');

/**
 * Puts the jobs of a day together, in the order of their start, those without one last.
 * @param date YYYY-MM-DD
 */
export function dayPlan(date: string, records: readonly ApiRecord[]): DayPlan {
  // Those without a time last: no clock shows this one.
  const startOf = ({ scheduled_time_start }: ApiRecord): string =>
    timeIn(textsIn(scheduled_time_start)[0]) ?? '99:99:99';
  const inOrder = records.toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  return {
    id: date,
    date,
    date_text: inWords(date),
    count: inOrder.length,
    total: totalOf(inOrder),
    summary: inOrder.length === 0 ? `No jobs on ${inWords(date)}.` : inOrder.map(lineFor).join('\n'),
    jobs: inOrder.map((record) => toOutput(job, record)),
  };
}

function totalOf(records: readonly ApiRecord[]): number | null {
  const amounts = records.map(({ total }) => (isBlank(total) ? 0 : amountIn(total)));
  const cents = amounts.map((amount) => Math.round((amount ?? Number.NaN) * 100));
  const sum = cents.reduce((all, one) => all + one, 0) / 100;
  return Number.isNaN(sum) ? null : sum;
}

// "9:00 AM House Wash · Taylor Morgan · 123 Main St · +17045550123"
function lineFor(record: ApiRecord): string {
  const what = [timeText(record.scheduled_time_start), nameOf(services, record.service_type)];
  const parts = [
    what.filter((part) => part !== null).join(' '),
    contactsOf(job, record, 'name')[0],
    textsIn(record.service_address)[0],
    contactsOf(job, record, 'phone')[0],
  ];
  const told = parts.filter((part) => part !== undefined && part !== '');
  return told.join(' · ') || (numberOf(record) ?? job.title);
}
