import type { Json } from './json.ts';
import type { Sandbox } from './sandbox.ts';
import type { ResourceName } from './vocabulary.ts';

const dayMs = 86_400_000;

/** One kind of record of the office: how many, their statuses in turn, and what else tells them apart. */
interface Shelf {
  resource: ResourceName;
  count: number;
  statuses: readonly string[];
  more?: (record: { status: string; age: number; moment: (daysAgo: number) => string }) => Json;
}

// More clients than a dropdown shows at once; the rest is what an office has open in a month.
const shelves: readonly Shelf[] = [
  { resource: 'clients', count: 128, statuses: ['active', 'active', 'prospect', 'active', 'past'] },
  {
    resource: 'leads',
    count: 9,
    statuses: ['new', 'new', 'estimate_sent', 'appointment_scheduled', 'lost', 'converted'],
    more: ({ age }) => ({ source: ['Website', 'Facebook', 'Phone'][age % 3] }),
  },
  {
    resource: 'estimates',
    count: 8,
    statuses: ['sent', 'draft', 'viewed', 'approved', 'declined'],
    more: ({ status, age, moment }) => ({
      ...(status !== 'draft' && { sent_at: moment(age) }),
      ...(status === 'approved' && { accepted_at: moment(age - 1) }),
    }),
  },
  {
    resource: 'jobs',
    count: 9,
    statuses: ['scheduled', 'scheduled', 'in_progress', 'complete'],
    more: ({ status, age, moment }) => ({
      scheduled_date: moment(status === 'complete' ? age : -age).slice(0, 10),
      ...(status === 'complete' && { completed_at: moment(age) }),
    }),
  },
  {
    resource: 'invoices',
    count: 7,
    statuses: ['sent', 'paid', 'overdue'],
    more: ({ status, age, moment }) => ({
      due_date: moment(status === 'overdue' ? age : -14).slice(0, 10),
      ...(status === 'paid' && { paid_at: moment(age), balance_due: 0 }),
    }),
  },
];

/**
 * Fills a sandbox with a small office: some weeks of leads, estimates, jobs and invoices, and its clients. Nothing of it
 * is delivered to anyone.
 * @param now the time that the office's records lead up to, in milliseconds since 1970
 */
export function seedOffice(sandbox: Pick<Sandbox, 'seed'>, now = Date.now()): void {
  const moment = (daysAgo: number): string => new Date(now - daysAgo * dayMs).toISOString();
  for (const { resource, count, statuses, more = () => ({}) } of shelves)
    sandbox.seed(resource, count, (index) => {
      // The newest comes last, as in an office where they came one by one.
      const age = Math.ceil(((count - index) * 24) / count);
      const status = statuses[index % statuses.length] ?? '';
      const extra = more({ status, age, moment });
      return { status, created_at: moment(age), updated_at: moment(age), ...extra };
    });
}
