import { describe, expect, test } from '@jest/globals';
import { isObject } from '../../src/lib/guards.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';

/*
 * A Zap that could not be turned on is turned on again.
 */

const clock = movingClock();
const office = openOffice({ now: clock.now });
let zaps = 0;
const address = (): string => {
  zaps += 1;
  return `https://hooks.zapier.com/${zaps}`;
};
const turnOn = (targetUrl: string): Promise<Item> => office.subscribe('new_lead', { targetUrl });

/** The registered webhooks, of this address only when one is given. */
async function registered(url?: string): Promise<Item[]> {
  const headers = { Authorization: `Bearer ${office.sandbox.keys.live}` };
  const answer: unknown = await (await fetch(`${office.sandbox.url}/webhooks`, { headers })).json();
  const list: unknown = isObject(answer) ? answer.data : undefined;
  const webhooks = Array.isArray(list) ? list.filter(isObject) : [];
  return webhooks.filter((one) => url === undefined || one.url === url);
}

describe('turned on again', () => {
  test('after a stored failure, the Zap is on', async () => {
    const url = address();
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, times: 1 }]);
    await failureOf(turnOn(url));
    clock.move(10_000);

    expect(await turnOn(url)).toMatchObject({ secret: expect.any(String) });
    expect(await registered(url)).toHaveLength(1);
  });

  test('after a lost answer, with the same address, there is one webhook', async () => {
    const url = address();
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(turnOn(url));

    await turnOn(url);

    expect(await registered(url)).toHaveLength(1);
  });

  test('after a lost answer, with another address, the webhook of the first one is removed', async () => {
    const [first, second] = [address(), address()];
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(turnOn(first));
    expect(await registered(first)).toHaveLength(1);

    await turnOn(second);

    expect(await registered(first)).toEqual([]);
    expect(await registered(second)).toHaveLength(1);
  });

  test('after it was registered and answered by a stored failure, there is one webhook, and its secret is known', async () => {
    const url = address();
    office.sandbox.setFaults([{ kind: 'status_after', stored: true, times: 1 }]);
    await failureOf(turnOn(url));

    const { id } = await turnOn(url);

    expect(await registered(url)).toMatchObject([{ id }]);
  });

  test('after somebody removed the webhook whose answer was lost, it is registered anew', async () => {
    const url = address();
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(turnOn(url));
    const [lost] = await registered(url);
    await office
      .trigger('new_lead', { subscribeData: { id: lost?.id } }, 'performUnsubscribe')
      .catch(() => undefined);

    const { id } = await turnOn(url);

    expect(id).not.toBe(lost?.id);
    expect(await registered(url)).toMatchObject([{ id }]);
  });

  test('with an address that is registered, it is registered anew, and the one before is removed', async () => {
    const url = address();
    const before = await turnOn(url);
    const { id } = await turnOn(url);

    expect(id).not.toBe(before.id);
    expect(await registered(url)).toMatchObject([{ id }]);
  });

  test('the webhooks of other Zaps stay', async () => {
    const [running, failing] = [address(), address()];
    await turnOn(running);
    office.sandbox.setFaults([{ kind: 'drop_after', times: 2 }]);
    await failureOf(turnOn(failing));

    await turnOn(address());

    expect(await registered(running)).toHaveLength(1);
  });
});
