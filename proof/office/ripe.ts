import { nowIn, plusDays, plusMonths, zoneOf } from '../../src/lib/calendar.ts';
import type { Office } from './office.ts';
import type { Records } from './records.ts';

/**
 * Lets what polls wait for have come: the estimate was sent and the lead came some days ago, the invoice fell due, a job is
 * today, and a client had the last one a year ago.
 * @throws Error when the sandbox refuses
 */
export async function ripen(office: Office, { lead, estimate, invoice }: Records): Promise<void> {
  await office.act(`leads/${String(lead.id)}/backdate`, { days: 2 });
  await office.act(`estimates/${String(estimate.id)}/send`);
  await office.act(`estimates/${String(estimate.id)}/backdate`, { days: 5 });
  await office.act(`invoices/${String(invoice.id)}/backdate`, { days: 40 });
  const today = nowIn(zoneOf(undefined)).date;
  const [ahead, due] = office.sandbox.seed('clients', 2);
  const jobs = [
    { scheduled_date: today, client_id: ahead },
    { scheduled_date: plusMonths(plusDays(today, -1), -12), client_id: due, status: 'complete' },
  ];
  office.sandbox.seed('jobs', jobs.length, (index) => ({
    access_notes: 'Side gate, code 4421',
    ...jobs[index],
  }));
}
