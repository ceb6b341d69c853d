import { describe, expect, test } from '@jest/globals';
import { withoutKey } from '../../src/lib/without_key.ts';

const secret = 'A'.repeat(24);
const key = `ce_live_1a2b3c4d_${secret}`;

describe('the key of the connection is taken out of what others wrote', () => {
  test.each([
    ['at the start of an error', `${key} is unknown`],
    ['with a capital', `Ce_live_1a2b3c4d_${secret} is unknown`],
    ['in capitals', `No key ${key.toUpperCase()}`],
    ['in small letters', `No key ${key.toLowerCase()}`],
    ['behind another word', `api_key_${key}`],
    ['between quotes', `Key "${key}" is unknown`],
    ['its secret part alone', `The secret ${secret} is unknown`],
    ['its secret part in small letters', `The secret ${secret.toLowerCase()} is unknown`],
    ['its public part', 'Key 1a2b3c4d… was revoked'],
    ['another key', `ce_test_99999999_${'b'.repeat(24)}`],
  ])('%s', (_where, text) => {
    const shown = withoutKey(text, key).toLowerCase();

    expect(shown).toContain('the api key');
    for (const part of [key, secret, '1a2b3c4d', '99999999']) expect(shown).not.toContain(part.toLowerCase());
  });

  test('also when its alphabet is another than was thought', () => {
    const odd = 'ce_live_1a2b3c4d_abc-def_ghijklmnopqrst+uv(w';

    expect(withoutKey(`Key ${odd.toUpperCase()} and abc-def_ghijklmnopqrst+uv(w`, odd)).toBe(
      'Key the API key and the API key',
    );
  });

  test('and other texts stay as they are', () => {
    expect(withoutKey('Once a live_chat asks', '')).toBe('Once a live_chat asks');
    expect(withoutKey('The lead is unknown', key)).toBe('The lead is unknown');
  });
});
