import type { Json } from '../../sandbox/json.ts';
import type { ResourceName } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import { startHookServer, type HookServer } from '../../workbench/hook_server.ts';
import { turnOn } from '../../workbench/zap.ts';
import { openOffice, type Office } from '../office/office.ts';

/** What the polls of one trigger cost in an account with so many records, in requests. */
export interface PollCost {
  trigger: string;
  records: number;
  turningOn: number;
  /** The first poll after it. */
  first: number;
  /** A later one, when nothing has changed. */
  later: number;
}

interface Polled {
  key: string;
  label: string;
  resource: ResourceName;
  input: Record<string, unknown>;
  fields: (index: number) => Json;
}

const dayMs = 86_400_000;
const daysOfHistory = 1_100;
const perDay = 12;

const polls: readonly Polled[] = [
  inStatus('lead', 'Lead in Status, half of them in it', 'lost', 'new'),
  inStatus('estimate', 'Estimate in Status, half of them in it', 'approved', 'draft'),
  inStatus('job', 'Job in Status, half of them in it', 'complete', 'scheduled'),
  inStatus('invoice', 'Invoice in Status, half of them in it', 'paid', 'sent'),
  { key: 'new_client', label: 'New Client', resource: 'clients', input: {}, fields: () => ({}) },
  {
    key: 'new_client',
    label: 'New Client, with a status that half of them have',
    resource: 'clients',
    input: { status: 'active' },
    fields: (index) => ({ status: index % 2 === 0 ? 'active' : 'lead' }),
  },
  {
    key: 'estimate_awaiting_response',
    label: 'Estimate Awaiting Response, 3 days',
    resource: 'estimates',
    input: { days: 3 },
    fields: (index) => ({ status: ['sent', 'viewed', 'approved', 'declined'][index % 4] }),
  },
  {
    key: 'lead_waiting',
    label: 'Lead Waiting, 24 hours, one in ten still new',
    resource: 'leads',
    input: {},
    fields: (index) => ({ status: index % 10 === 0 ? 'new' : 'lost' }),
  },
  ...[1, 14].map((days) => ({
    key: 'upcoming_job',
    label: `Upcoming Job, ${days === 1 ? '1 day' : `${days} days`}`,
    resource: 'jobs' as const,
    input: { days },
    fields: () => ({}),
  })),
  {
    key: 'job_scheduled',
    label: 'Job Scheduled or Rescheduled',
    resource: 'jobs',
    input: {},
    fields: () => ({}),
  },
  {
    key: 'client_due_again',
    label: 'Client Due Again, 12 months',
    resource: 'jobs',
    input: {},
    fields: () => ({ status: 'complete' }),
  },
  ...[1, 60].map((days) => ({
    key: 'unpaid_invoice',
    label: `Unpaid Invoice, ${days === 1 ? '1 day' : `${days} days`}, one in ten unpaid`,
    resource: 'invoices' as const,
    input: { days },
    fields: (index: number) => ({ status: index % 10 === 0 ? 'sent' : 'paid' }),
  })),
];

/**
 * Counts the requests of every polling trigger in a sandbox with so many records of each kind. Twelve came each day, or
 * as many as three years of history need; invoices are due, and jobs take place, two weeks after they came.
 * @throws StepError when a poll fails
 */
export async function pollCosts(records: number): Promise<PollCost[]> {
  const office = await openOffice({ silent: true });
  const hooks = await startHookServer();
  try {
    const costs: PollCost[] = [];
    for (const poll of polls) costs.push(await costOf(poll, records, office, hooks));
    return costs;
  } finally {
    await hooks.close();
    await office.close();
  }
}

async function costOf(
  { key, label, resource, input, fields }: Polled,
  records: number,
  office: Office,
  hooks: HookServer,
) {
  const { sandbox, platform, definition } = office;
  const spanDays = Math.min(records / perDay, daysOfHistory);
  const ids = sandbox.seed(resource, records, (index) => {
    const came = Date.now() - ((records - index) / records) * spanDays * dayMs;
    const at = new Date(came).toISOString();
    const due = new Date(came + 14 * dayMs).toISOString().slice(0, 10);
    return {
      created_at: at,
      updated_at: at,
      ...(resource === 'estimates' && { sent_at: at }),
      ...(resource === 'invoices' && { due_date: due }),
      ...(resource === 'jobs' && { scheduled_date: due }),
      ...fields(index),
    };
  });
  const counted = async <T>(work: () => Promise<T>): Promise<{ result: T; requests: number }> => {
    sandbox.clearJournal();
    return { result: await work(), requests: sandbox.journal().requests.length };
  };
  const zap = { name: label, trigger: { key, input }, steps: [] };
  const turned = await counted(() => turnOn(zap, { platform, hooks, triggers: definition.triggers }));
  const { poll, runs } = turned.result;
  const [first, later] = [await counted(poll), await counted(poll)];
  for (const id of ids) sandbox.remove(resource, id);
  const started = runs.map(({ given }) => (isObject(given.trigger) ? given.trigger.id : given.trigger));
  if (started.length > 0)
    throw new Error(`${label} started a Zap for ${started.join(', ')}, which were there before.`);
  return {
    trigger: label,
    records,
    turningOn: turned.requests,
    first: first.requests,
    later: later.requests,
  };
}

function inStatus(
  noun: 'lead' | 'estimate' | 'job' | 'invoice',
  label: string,
  status: string,
  other: string,
): Polled {
  const fields = (index: number): Json => ({ status: index % 2 === 0 ? status : other });
  return { key: `${noun}_in_status`, label, resource: `${noun}s`, input: { status }, fields };
}
