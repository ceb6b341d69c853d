import { findById } from '../api/find_by_id.ts';
import { cutPoll, unshown } from '../errors/poll_error.ts';
import type { Form } from '../forms/labels.ts';
import { nowIn, plusDays, plusMonths } from '../lib/calendar.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import { amountIn } from '../records/amount_in.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { client } from '../records/client.ts';
import { clientIdOf } from '../records/client_id_of.ts';
import { nameOf } from '../records/readable.ts';
import { serviceChoices } from '../records/services.ts';
import { passesService } from './filters.ts';
import { givenBefore, type Given } from './given_before.ts';
import { readJobsDownTo } from './job_days.ts';
import { dueBetween, lastJobs, type LastJob } from './last_jobs.ts';
import type { Poll } from './polling.ts';
import { latestDays } from './waiting.ts';

// A day begins at 8 AM, when people may be written to.
const morning = '08:00:00';
// What fell due this long ago is given again, in case the answer got lost on its way: Zapier knows what it has.
const againDays = 2;
const together = 5;
const leastMs = 2_000;
const samples = 3;

/** What is asked for: how many months after which service. */
export interface Again {
  months: number;
  service: unknown;
}

/** What an item says of the client's last job. */
export type LastJobFields = Record<
  `last_job_${'id' | 'date' | 'service' | 'service_name' | 'total'}`,
  unknown
>;

/**
 * Reads the clients whose last job was done so many months ago. The jobs are walked once a day; between these walks
 * nothing is read. Of the clients only those that fall due are read.
 * @returns the client with what its last job was; when a Zap is turned on, of the client only the id
 * @throws Error in words when the jobs cannot be read so far back, or do not say whose they are
 */
export async function dueAgain(poll: Poll<Form>, { months, service }: Again): Promise<ApiRecord[]> {
  const { z, purpose, zone } = poll;
  const today = workingDay(zone);
  const memory = givenBefore(poll, 'this check looks through all jobs');
  const known = purpose === 'poll' ? await memory.recall() : null;
  if (known?.lookedOn === today) return [];
  const firstDue = plusDays(today, -latestDays);
  const jobs = await walk(poll, plusDays(plusMonths(firstDue, -months), -againDays));
  const last = lastJobs(jobs.filter((job) => passesService(job, service)));
  const due = dueBetween(last, months, firstDue, today);
  if (purpose === 'turning on') {
    // Zapier has noted them once the Zap is on: they need not be given again.
    await memory.remember({ lookedOn: today, days: daysOf(due, null, firstDue) });
    return due.map((last) => ({ id: last.clientId, ...lastJobFields(last) }));
  }
  if (purpose === 'sample')
    return (await clientsOf(poll, (due.length > 0 ? due : last).slice(0, samples))).found;
  const since = plusDays(today, 1 - againDays);
  const fresh = due.filter(({ day, job }) => {
    // Without memory of what was given, what fell due in the last days is given.
    if (known === undefined) return plusMonths(day, months) >= since;
    const givenOn = known?.days[job.id];
    return givenOn === undefined || (since <= givenOn && givenOn < today);
  });
  const { found, read } = await clientsOf(poll, fresh);
  const isAll = read === fresh.length;
  const left = new Set(fresh.slice(read).map(({ job }) => job.id));
  const given = due.filter(({ job }) => !left.has(job.id));
  await memory.remember({ lookedOn: isAll ? today : '', days: daysOf(given, known, today) });
  // Without a memory the next check would begin with the same clients.
  if (!isAll && known === undefined) throw cutPoll(client.noun);
  if (!isAll) z.console.log(`${fresh.length - read} clients that are due are left for the next check.`);
  return found;
}

function daysOf(given: readonly LastJob[], known: Given | null | undefined, day: string): Given['days'] {
  return Object.fromEntries(given.map(({ job }) => [job.id, known?.days[job.id] ?? day]));
}

async function walk({ z }: Poll<Form>, day: string): Promise<ApiRecord[]> {
  // Those that are due stand at the end of the list: half of it would be as good as none, also when a Zap is turned on.
  const jobs = await readJobsDownTo(z, day, 'poll');
  const isShown = jobs.length === 0 || jobs.some((job) => clientIdOf(job) !== undefined);
  if (!isShown) throw unshown('job', 'whose they are');
  return jobs;
}

async function clientsOf(
  { z }: Poll<Form>,
  due: readonly LastJob[],
): Promise<{ found: ApiRecord[]; read: number }> {
  const found: ApiRecord[] = [];
  let read = 0;
  while (read < due.length && timeLeftMs(z) >= leastMs) {
    const some = due.slice(read, read + together);
    const clients = await Promise.all(some.map(({ clientId }) => findById(z, client, clientId)));
    for (const [index, last] of some.entries()) {
      const record = clients[index];
      if (record === undefined) z.console.log(`The client of the job ${last.job.id} is not there any more.`);
      else found.push({ ...record, ...lastJobFields(last) });
    }
    read += some.length;
  }
  return { found, read };
}

function lastJobFields({ day, job: { id, service_type, total } }: LastJob): LastJobFields {
  return {
    last_job_id: id,
    last_job_date: day,
    last_job_service: service_type ?? null,
    last_job_service_name: nameOf(serviceChoices('_'), service_type),
    last_job_total: [amountIn(total), total, null].find((one) => one !== undefined),
  };
}

function workingDay(zone: string): string {
  const { date, time } = nowIn(zone);
  return time < morning ? plusDays(date, -1) : date;
}
