import type { ResourceName } from '../../sandbox/sandbox.ts';
import type { Item } from '../office/office.ts';
import { formKinds } from './forms.ts';
import type { Random } from './random.ts';

/** One run of an action: how long it took and how it ended. */
export interface Try {
  ms: number;
  /** Absent when the run succeeded. */
  error?: { name: string; sentence: string };
}

/** One form that is sent through a Zap, with all its replays. */
export interface FormWrite {
  tries: Try[];
  state: 'open' | 'saved' | 'gave_up';
  /** The output of the step, once it succeeded. */
  record?: Item;
}

/**
 * What can happen to a form.
 * - once: it is sent once.
 * - equal_writes: equal forms are sent one after the other, and each of them means a record of its own.
 * - delivered_twice: a form service sends the same submission twice, with the same Unique Reference.
 * - double_click: a form without a Unique Reference is sent twice at the same time.
 */
export const storyKinds = ['once', 'equal_writes', 'delivered_twice', 'double_click'] as const;
export type Story = (typeof storyKinds)[number];

/** A story with its form, its writes and the records they make. All writes of a scenario send the same form. */
export interface Scenario {
  story: Story;
  action: string;
  resource: ResourceName;
  /** Part of the customer's name, and unique to this scenario, so that its records can be found: `#12`. */
  marker: string;
  form: Item;
  reference?: string;
  /**
   * For writes that overlap: how many turns of the event loop after the one before each begins. When absent, each
   * begins after the one before has ended.
   */
  turnsApart?: number;
  writes: FormWrite[];
}

const names = ['Taylor Morgan', 'José Núñez', 'Renée O’Hara', 'Li 伟'];

/** Finds the marker in a customer's name; '' when there is none. */
export function markerIn(name: unknown): string {
  return typeof name === 'string' ? (/#\d+$/.exec(name)?.[0] ?? '') : '';
}

/**
 * Makes a random scenario. About half of all writes have a Unique Reference.
 * @param index makes the marker; unique in the campaign
 * @param clientIds the clients that a job can be for
 */
export function drawScenario(random: Random, index: number, clientIds: readonly string[]): Scenario {
  const { action, resource, fill } = random.pick(formKinds);
  const story = random.pick([...Array<Story>(5).fill('once'), ...storyKinds] as const);
  const marker = `#${index}`;
  const referenced = story === 'delivered_twice' || (story === 'once' && random.chance(0.6));
  const atOnce = story === 'double_click' || (story === 'delivered_twice' && random.chance(0.5));
  const count = story === 'once' ? 1 : story === 'equal_writes' ? 2 + random.below(2) : 2;
  return {
    story,
    action,
    resource,
    marker,
    form: fill(random, `${random.pick(names)} ${marker}`, clientIds),
    ...(referenced && { reference: `response ${index}` }),
    ...(atOnce && { turnsApart: random.below(2) }),
    writes: Array.from({ length: count }, () => ({ tries: [], state: 'open' })),
  };
}
