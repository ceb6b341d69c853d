import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sign, verify } from '../../src/webhooks/signature.ts';
import { openReceiver } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { trySeeded } from '../support/seeded.ts';

trySeeded();
const body = JSON.stringify({ event: 'lead.created', data: { lead_id: 'l1', status: 'new' } });
const right = sign('whsec_test', body);
const forged = sign('whsec_wrong', body);
const name = 'Http-X-Webhook-Signature';

/** The ways in which headers can carry a signature. */
const ways: [what: string, headers: (signature: string) => Record<string, unknown>][] = [
  ['as it is documented', (signature) => ({ [name]: signature })],
  ['in capitals', (signature) => ({ [name]: signature.toUpperCase() })],
  ['behind the name of its algorithm', (signature) => ({ [name]: `sha256=${signature}` })],
  ['behind another name', (signature) => ({ [name]: `HMAC-SHA256=${signature}` })],
  ['between blanks', (signature) => ({ [name]: `  ${signature} \t` })],
  ['in quotes', (signature) => ({ [name]: `"${signature}"` })],
  ['as the second of two with a comma', (signature) => ({ [name]: `${forged}, ${signature}` })],
  ['as the second of two with a blank', (signature) => ({ [name]: `${forged} ${signature}` })],
  ['in pairs with a time', (signature) => ({ [name]: `t=1772460300,v0=${forged},v1=${signature}` })],
  ['in a list of headers', (signature) => ({ [name]: [forged, signature] })],
  ['without the Http- of Zapier', (signature) => ({ [name]: undefined, 'X-Webhook-Signature': signature })],
  ['in lower case', (signature) => ({ [name]: undefined, 'x-webhook-signature': signature })],
  ['as a CGI variable', (signature) => ({ [name]: undefined, HTTP_X_WEBHOOK_SIGNATURE: signature })],
  ['behind a forged header', (signature) => ({ [name]: forged, 'x-webhook-signature': signature })],
];

describe('a signature', () => {
  scriptedApi();
  const { deliver } = openReceiver();

  test.each(ways)('%s lets the delivery in', async (_what, headers) => {
    expect(await deliver(body, { headers: headers(right) })).toMatchObject([{ id: 'l1' }]);
  });

  test.each(ways)('%s is refused when another secret made it', async (_what, headers) => {
    await expect(deliver(body, { headers: headers(forged) })).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test.each([
    undefined,
    null,
    5,
    true,
    {},
    [],
    [null],
    '',
    'sha256=',
    `${right}0`,
    right.slice(1),
    `z${right}`,
  ])('that is %p is none', async (signature) => {
    await expect(deliver(body, { headers: { [name]: signature } })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining('did not sign it'),
    });
  });

  test.each([
    { rawRequest: undefined },
    { rawRequest: { headers: null } },
    { rawRequest: { content: 5, headers: [] } },
  ])('is missing in the request %j', async (more) => {
    await expect(deliver(body, { more })).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test.each([undefined, {}, { id: 'w1' }, { id: 'w1', secret: 'whsec_****' }, { id: 'w1', secret: '' }])(
    'cannot be checked by a Zap that was turned on with %j: it has to be turned off and on',
    async (subscribeData) => {
      await expect(deliver(body, { more: { subscribeData } })).rejects.toMatchObject({
        name: 'HaltedError',
        message: expect.stringContaining('Turn the Zap off and on again'),
      });
    },
  );
});

describe('of signatures', () => {
  test('only the one of this secret and this body is right, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (secret, text, other) => {
        const signature = sign(secret, text);
        expect(verify(secret, text, [`t=1,v1=${signature.toUpperCase()}, x`])).toBe(true);
        expect(verify(secret, text, [sign(`${secret}x`, text), other])).toBe(false);
        expect(verify(secret, text, [other])).toBe(false);
        if (other !== text) expect(verify(secret, other, [signature])).toBe(false);
      }),
    );
  });

  test('none is right any more when a character of the body is changed, added or taken away', () => {
    const change = fc.record({
      at: fc.nat(body.length - 1),
      remove: fc.nat(3),
      add: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(change, ({ at, remove, add }) => {
        const changed = `${body.slice(0, at)}${add}${body.slice(at + remove)}`;
        expect(verify('whsec_test', changed, [right])).toBe(changed === body);
      }),
    );
  });

  test('none is right any more when a digit of it is changed', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.stringMatching(/^[\da-f]$/), (at, digit) => {
        const changed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
        expect(verify('whsec_test', body, [changed])).toBe(changed === right);
      }),
    );
  });

  test('none can be made without a secret', () => {
    expect(() => sign('', 'body')).toThrow('A signature needs a secret.');
  });
});
