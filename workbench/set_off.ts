import { happen, isKnownHappening } from '../proof/office/happenings.ts';
import { pollInput } from '../proof/office/inputs.ts';
import type { Office } from '../proof/office/office.ts';
import { fillOffice, type Records } from '../proof/office/records.ts';
import { ripen } from '../proof/office/ripe.ts';
import { postForm } from './post_form.ts';
import type { Template } from './templates.ts';
import type { RunningZap } from './zap.ts';

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
  // What a poll remembers of the day would keep it from looking again.
  office.platform.forget();
  await running.poll();
}

/**
 * Lets what polls wait for have come.
 * @param trigger that waits; one for records in a status leaves them as they are
 * @throws Error when the sandbox refuses
 */
export async function becomeOld(office: Office, records: Records, trigger: string): Promise<void> {
  if (Object.keys(pollInput(trigger)).length === 0) await ripen(office, records);
}
