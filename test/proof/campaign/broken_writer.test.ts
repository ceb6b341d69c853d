import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ZObject } from 'zapier-platform-core';
import type App from '../../../index.ts';
import { broken } from '../../../proof/campaign/blame.ts';
import { DeliveryTally } from '../../../proof/campaign/delivery_tally.ts';
import { troubleTable } from '../../../proof/campaign/print.ts';
import { randomOf } from '../../../proof/campaign/random.ts';
import { campaignOfWrites } from '../../../proof/campaign/write_campaign.ts';
import type { WriteTally } from '../../../proof/campaign/write_tally.ts';
import { isObject } from '../../../src/lib/guards.ts';
import { appThat } from '../../support/app_that.ts';
import { withoutMemoryLimit } from '../../support/memory.ts';

withoutMemoryLimit();

const patienceMs = 60_000;
const hastyMs = 1_000;
const patientMs = 20_000;
interface Sending {
  key?: string;
  /** How long an answer is waited for. */
  limitMs?: number;
}

async function post(
  z: ZObject,
  path: string,
  body: object,
  { key = randomUUID(), limitMs = patientMs }: Sending = {},
): Promise<object> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const signal = AbortSignal.timeout(limitMs);
  const request = {
    url: path,
    method: 'POST',
    body: JSON.stringify(body),
    headers,
    signal,
    merge: false,
  } as const;
  const { data } = await z.request<unknown>(request);
  return isObject(data) && isObject(data.data) ? data.data : {};
}

function campaign(app: typeof App, troubles: readonly string[], runs = 24): Promise<WriteTally> {
  return campaignOfWrites({ app, troubles, runs, writers: 8, cache: 'works', random: randomOf(4) });
}

/** Works as long as nothing goes wrong. */
const careless = appThat((z, path, body) => post(z, path, body));
/** The same, but it does not wait for an answer that takes its time. */
const hasty = appThat((z, path, body) => post(z, path, body, { limitMs: hastyMs }));

describe('a writer that takes another key for every try', () => {
  test.each(['drop_after', 'stored_after', 'late_save', 'proxy_after', 'no_body'])(
    'makes duplicates when it meets %s, and is blamed for them',
    async (trouble) => {
      const tally = await campaign(hasty, [trouble], 16);

      expect(tally.faults.get(trouble)).toBeGreaterThan(0);
      expect(tally.duplicates).toBeGreaterThan(0);
      expect(tally.tolls.get(trouble)?.duplicates).toBeGreaterThan(0);
      expect(troubleTable(tally)).toContain(`| ${trouble} `);
      expect(broken('works', tally, new DeliveryTally())).toBeGreaterThan(0);
    },
    patienceMs,
  );

  test(
    'makes none, other than of what is sent twice, where nothing was saved',
    async () => {
      const tally = await campaign(careless, [
        'drop_before',
        'passing_failure',
        'status_before',
        'proxy_before',
      ]);

      const once = tally.offenders.filter((story) => story.includes(', once,'));
      expect(once.filter((story) => story.includes('duplicate'))).toEqual([]);
    },
    patienceMs,
  );

  test(
    'makes duplicates when Zapier ends its runs',
    async () => {
      const tally = await campaign(careless, ['killed'], 40);

      expect(tally.tolls.get('killed')?.met).toBeGreaterThan(0);
      expect(tally.tolls.get('killed')?.duplicates).toBeGreaterThan(0);
    },
    patienceMs,
  );

  test(
    'makes two records of a double click, even when nothing goes wrong',
    async () => {
      const tally = await campaign(careless, [], 40);

      expect(tally.doubleClicks).toBeGreaterThan(0);
      expect(tally.doubled).toBeGreaterThanOrEqual(tally.doubleClicks);
    },
    patienceMs,
  );
});

describe('a writer whose errors are', () => {
  const saying = (sentence: string) =>
    appThat(async (z, path, body) => {
      try {
        return await post(z, path, body, { key: JSON.stringify(body) });
      } catch {
        throw new Error(sentence);
      }
    });

  test(
    'untrue, is found to lie',
    async () => {
      const tally = await campaign(saying('Nothing was saved. Replay the step later.'), ['stored_after']);

      expect(tally.lies).toBeGreaterThan(0);
      expect(tally.silentEnds).toBe(0);
      expect(tally.endedInWords).toBeGreaterThan(0);
    },
    patienceMs,
  );

  test(
    'untrue only because it saves late, is found to lie, too',
    async () => {
      const tally = await campaign(saying('Nothing was saved. Replay the step later.'), ['late_save']);

      expect(tally.lies).toBeGreaterThan(0);
      expect(tally.offenders.join('\n')).toContain('said that nothing was saved, but it was later');
    },
    patienceMs,
  );

  test(
    'empty, is found to end in silence, and to lose what was not saved',
    async () => {
      const tally = await campaign(saying('Something went wrong.'), ['status_before']);

      expect(tally.silentEnds).toBeGreaterThan(0);
      expect(tally.losses).toBe(tally.silentEnds);
      expect(tally.lies).toBe(0);
    },
    patienceMs,
  );
});

test(
  'a writer that takes every success for its own loses forms, and one that takes any record merges them',
  async () => {
    const blind = await campaign(
      appThat(() => Promise.resolve({ id: randomUUID() })),
      [],
    );
    expect(blind.losses).toBeGreaterThan(0);

    let first: Promise<object> | undefined;
    const lazy = appThat((z, path, body) => (first ??= post(z, path, body)));
    expect((await campaign(lazy, [], 12)).wrongMerges).toBeGreaterThan(0);
  },
  patienceMs,
);
