import { happen, isKnownHappening } from '../proof/office/happenings.ts';
import { pollInput } from '../proof/office/inputs.ts';
import type { Office } from '../proof/office/office.ts';
import { fillOffice, type Records } from '../proof/office/records.ts';
import { postForm } from './post_form.ts';
import type { Template } from './templates.ts';
import type { RunningZap } from './zap.ts';

const waitedDays = 40;

/**
 * Does what starts a template's Zap: sends its form, or does what people do in CleanEstimate Pro.
 * @param records of the office, from before the Zap was turned on
 * @throws Error when a form or the sandbox is refused
 */
export async function setOff(
  { zap, form }: Template,
  running: RunningZap,
  office: Office,
  records: Records,
): Promise<void> {
  if (zap.trigger === 'catch_hook') {
    const answers = Object.fromEntries(form.map(({ key, example }) => [key, example]));
    return postForm(running.address, answers);
  }
  if (isKnownHappening(zap.trigger.key)) return happen(office, zap.trigger.key, records);
  await becomeOld(office, await fillOffice(office), zap.trigger.key);
  await running.poll();
}

/**
 * Lets what polls wait for have waited: the estimate was sent, the invoice fell due, both some days ago.
 * @param trigger that waits; one for records in a status leaves them as they are
 * @throws Error when the sandbox refuses
 */
export async function becomeOld(
  office: Office,
  { estimate, invoice }: Records,
  trigger: string,
): Promise<void> {
  if (Object.keys(pollInput(trigger)).length > 0) return;
  await office.act(`estimates/${String(estimate.id)}/send`);
  await office.act(`estimates/${String(estimate.id)}/backdate`, { days: waitedDays / 8 });
  await office.act(`invoices/${String(invoice.id)}/backdate`, { days: waitedDays });
}
