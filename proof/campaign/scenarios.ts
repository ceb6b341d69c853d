import type { ResourceName } from '../../sandbox/sandbox.ts';
import type { Item } from '../office/office.ts';
import { formKinds } from './forms.ts';
import { markerIn } from './marker.ts';
import { randomOf, type Random } from './random.ts';

/** One run of an action: how long it took and how it ended. */
export interface Try {
  ms: number;
  /** Absent when the run succeeded. */
  error?: { name: string; sentence: string };
  /** What the error said of the form that was not true. */
  lie?: string;
}

/** One form that is sent through a Zap, with all its replays. */
export interface FormWrite {
  form: Item;
  tries: Try[];
  state: 'open' | 'saved' | 'gave_up';
  /** When its next try begins, in milliseconds since 1970. */
  dueAt: number;
  /** The output of the step, once it succeeded. */
  record?: Item;
}

/**
 * What can happen to a form.
 * - once: it is sent once.
 * - equal_writes: equal forms are sent one after the other, and each of them means a record of its own.
 * - delivered_twice: a form service sends the same submission twice, with the same Unique Reference, or two Zaps send
 *   it.
 * - reference_reused: two Zaps send different forms with the same Unique Reference. The first one that is saved counts.
 * - double_click: a form without a Unique Reference is sent twice at the same time.
 */
export const storyKinds = [
  'once',
  'equal_writes',
  'delivered_twice',
  'reference_reused',
  'double_click',
] as const;
export type Story = (typeof storyKinds)[number];

/** A story with its forms, its writes and the records they make. */
export interface Scenario {
  story: Story;
  action: string;
  resource: ResourceName;
  /** Part of the customer's name, and unique to this scenario, so that its records can be found: `#12`. */
  marker: string;
  /** The customer's name in all of its forms. */
  customer: string;
  /** True when the action has to make a client for the customer. */
  newClient: boolean;
  reference?: string;
  /**
   * For writes that overlap: how many turns of the event loop after the one before each begins. When absent, each
   * begins after the run before has ended.
   */
  turnsApart?: number;
  writes: FormWrite[];
  /** Draws what happens to its runs. */
  random: Random;
  /** The names of what went wrong on Zapier's side. */
  fates: Set<string>;
}

/** What a scenario is drawn from. */
export interface ScenarioSource {
  /** Makes the marker; unique in the campaign. */
  index: number;
  /** The clients that a job can be for. */
  clientIds: readonly string[];
  /** When its first form is sent, in milliseconds since 1970. */
  startMs: number;
}

const names = ['Taylor Morgan', 'José Núñez', 'Renée O’Hara', 'Li 伟'];
const minuteMs = 60_000;
const gapsMs = [0, 0, 2 * minuteMs, 20 * minuteMs];

/** Makes a random scenario. About half of all writes have a Unique Reference. */
export function drawScenario(random: Random, { index, clientIds, startMs }: ScenarioSource): Scenario {
  const { action, resource, newClient = false, fill } = random.pick(formKinds);
  const story = random.pick([...Array<Story>(5).fill('once'), ...storyKinds] as const);
  const marker = `#${index}`;
  const customer = `${random.pick(names)} ${marker}`;
  const pair = story === 'delivered_twice' || story === 'reference_reused';
  const referenced = pair || (story === 'once' && random.chance(0.6));
  const atOnce = story === 'double_click' || (pair && random.chance(0.5));
  const count = story === 'once' ? 1 : story === 'equal_writes' ? 2 + random.below(2) : 2;
  const form = fill(random, customer, clientIds);
  let dueAt = startMs;
  const writes = Array.from({ length: count }, (_, place): FormWrite => {
    if (place > 0 && !atOnce) dueAt += random.pick(gapsMs);
    const own = story === 'reference_reused' && place > 0 ? otherDetails(form) : form;
    return { form: own, tries: [], state: 'open', dueAt };
  });
  return {
    ...{ story, action, resource, marker, customer, newClient, writes },
    ...(referenced && { reference: `response ${index}` }),
    ...(atOnce && { turnsApart: random.below(2) }),
    random: randomOf(random.below(2 ** 31)),
    fates: new Set(),
  };
}

/** True while a write of the scenario has neither succeeded nor given up. */
export function isOpen({ writes }: Pick<Scenario, 'writes'>): boolean {
  return writes.some(({ state }) => state === 'open');
}

/** The marker of the scenario that a record belongs to; '' when it belongs to none. */
export function markerOf({ customer_name, name }: Item): string {
  return markerIn(customer_name ?? name);
}

function otherDetails(form: Item): Item {
  const key = 'service_address' in form ? 'service_address' : 'address_line1';
  return { ...form, [key]: '77 Other Ave' };
}
