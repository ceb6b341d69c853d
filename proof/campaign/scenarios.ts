import type { ResourceName } from '../../sandbox/sandbox.ts';
import type { Item } from '../office/office.ts';
import { formKinds } from './forms.ts';
import type { Random } from './random.ts';

/** One run of an action and how it ended. */
export interface Try {
  ms: number;
  /** Absent when it succeeded. */
  error?: { name: string; sentence: string };
}

/** One form on its way through a Zap, with all its replays. */
export interface FormWrite {
  tries: Try[];
  state: 'open' | 'saved' | 'gave_up';
  /** What the step gave, when it succeeded. */
  record?: Item;
}

/**
 * What happens in an office.
 * - once: a form is sent.
 * - equal_writes: the same form is sent again after the first ended, and means it.
 * - delivered_twice: a form service sends one submission twice, with its reference.
 * - double_click: a form without a reference is sent twice at once.
 */
export const storyKinds = ['once', 'equal_writes', 'delivered_twice', 'double_click'] as const;
export type Story = (typeof storyKinds)[number];

/** A story with the forms it consists of, equal to the letter. */
export interface Scenario {
  story: Story;
  action: string;
  resource: ResourceName;
  /** Stands in the records that come of it, and in no other. */
  marker: string;
  form: Item;
  reference?: string;
  /** How soon a write begins after the one before, in turns of the event loop; absent: when that has ended. */
  turnsApart?: number;
  writes: FormWrite[];
}

const names = ['Taylor Morgan', 'José Núñez', 'Renée O’Hara', 'Li 伟'];

/** The marker in what is somebody's name; '' without one. */
export function markerIn(name: unknown): string {
  return typeof name === 'string' ? (/#\d+$/.exec(name)?.[0] ?? '') : '';
}

/** Draws a scenario. About half of all writes carry a reference. */
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
