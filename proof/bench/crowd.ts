import { leadForm } from '../office/forms.ts';
import { openOffice } from '../office/office.ts';
import { watchNetworks } from '../network_watch.ts';
import { table } from '../table.ts';
import { atMost, type Effort, type Section } from './section.ts';

/** Runs many steps at once in one process, each with a form of its own, and counts what came of them. */
export async function crowd({ quick, report }: Effort): Promise<Section> {
  const count = quick ? 20 : 200;
  report(`${count} steps at once`);
  const office = await openOffice({ silent: true });
  try {
    const forms = Array.from({ length: count }, (_, index) => ({
      ...leadForm,
      customer_email: `customer-${index}@example.com`,
      unique_reference: `crowd-${index}`,
    }));
    const watch = watchNetworks();
    const outcomes = await Promise.allSettled(
      forms.map((inputData) =>
        office.platform.run('creates.create_lead.operation.perform', { inputData }, { equip: watch.equip }),
      ),
    );
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    const leads = office.sandbox.records('leads');
    const emails = new Set(leads.map((lead) => lead.customer_email));
    return {
      title: `${count} steps at once`,
      inShort: `**${count} steps at once** in one process: ${failed === 0 ? 'none' : failed} failed, and ${emails.size} customers got ${leads.length} leads.`,
      goals: [
        atMost('steps at once that failed', 0, failed, '', 0),
        atMost(
          'steps at once: leads missing or twice',
          0,
          count - emails.size + (leads.length - emails.size),
          '',
          0,
        ),
      ],
      body: [
        'Create Lead in one process, each with another customer and reference. Zapier gives a process one step at a time; more at once show whether steps share what they should not.',
        table(
          ['steps', 'failed', 'leads made', 'customers', 'requests', 'cache calls'],
          [[count, failed, leads.length, emails.size, office.requests().length, watch.cacheCalls.length]],
        ),
      ],
    };
  } finally {
    await office.close();
  }
}
