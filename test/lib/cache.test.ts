import { expect, jest, test } from '@jest/globals';
import { cacheOf } from '../../src/lib/cache.ts';
import { adHoc } from '../support/ad_hoc.ts';

test('a cache that hangs is not waited for long, and the log says what that means', async () => {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const read = adHoc((z) => {
    const cache = { ...z.cache, get: () => new Promise(() => undefined) };
    return cacheOf(Object.assign({}, z, { cache }), 'a double click may be two').get('slot');
  });

  expect(await read).toBeUndefined();
  expect(String(log.mock.calls)).toContain('a double click may be two. Error: It took too long.');
  log.mockRestore();
});
