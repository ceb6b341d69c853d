import { describe, expect, test } from '@jest/globals';
import { ApiError } from '../../src/api/api_error.ts';
import { eventOf, type Circumstances } from '../../src/writes/answer.ts';

const first: Circumstances = { isLater: false, settledMs: undefined, seenStatus: 0 };
const later: Circumstances = { isLater: true, settledMs: 0, seenStatus: 500 };
const own = JSON.stringify({ error: { code: 'no', message: 'No.' } });
const withDetails = JSON.stringify({
  error: { code: 'no', details: [{ path: 'city', message: 'is unknown' }] },
});
const withoutField = JSON.stringify({ error: { code: 'no', details: [{ message: 'is unknown' }] } });
const page = '<html>No.</html>';

function event(
  status: number,
  content: string,
  circumstances: Circumstances,
  more: Partial<ApiError> = {},
): string {
  const error = Object.assign(new ApiError({ status, content }), more);
  return eventOf({ is: 'failure', error }, circumstances);
}

describe('the first answer says that the API refused it', () => {
  test.each([400, 404, 405, 410, 413, 422])('with its own %d', (status) => {
    expect(event(status, own, first)).toBe('the API refused it');
  });
});

describe('nobody knows how it ended', () => {
  test.each([401, 403, 408, 409, 425, 429, 500, 502, 503, 504, 0, 200, 302])('after a first %d', (status) => {
    expect(event(status, own, first)).toBe('nobody knows how it ended');
  });

  test.each([400, 404, 413, 422, 451, 499])('after the %d of something in between', (status) => {
    expect(event(status, page, first)).toBe('nobody knows how it ended');
  });

  test.each([
    ['a later run', { ...later, seenStatus: 0 }, {}],
    ['a second try in one step', first, { isAfterFailure: true }],
  ])(
    'after a 400 or 422 that names no field in %s: an earlier try may have been saved',
    (_when, circumstances, more) => {
      expect(event(400, own, circumstances, more)).toBe('nobody knows how it ended');
      expect(event(400, withDetails, circumstances, more)).toBe('the API refused it');
      expect(event(422, withDetails, circumstances, more)).toBe('the API refused it');
      expect(event(422, own, circumstances, more)).toBe('nobody knows how it ended');
      expect(event(422, withoutField, circumstances, more)).toBe('nobody knows how it ended');
      expect(event(404, own, circumstances, more)).toBe('nobody knows how it ended');
      expect(event(404, withDetails, circumstances, more)).toBe('nobody knows how it ended');
    },
  );
});

describe('a failure that comes back to a later run may be the stored one', () => {
  const working = JSON.stringify({ error: { code: 'idempotency_in_progress', message: 'Wait.' } });
  const busy = (settledMs: number): Circumstances => ({ isLater: true, settledMs, seenStatus: 409 });

  test.each([
    ['the API said ten minutes ago already that it works on it', 409, working, busy(600_000)],
    ['the API crashed with a page for people', 500, page, later],
    ['the API crashed without a word', 500, '', later],
    ['a success comes with a page for people', 200, page, { ...later, seenStatus: 200 }],
  ])('when %s', (_when, status, content, circumstances) => {
    expect(event(status, content, circumstances)).toBe('a failure that may be stored came back');
  });

  test('when it is the one that was seen before, and comes at once', () => {
    expect(event(500, own, later, { tookMs: 1_999 })).toBe('a failure that may be stored came back');
  });

  test.each([
    ['when it took longer than a moment', 500, own, later, { tookMs: 2_000 }],
    ['when it is another one', 502, own, later, {}],
    ['when nothing came back, as before', 0, '', { ...later, seenStatus: 0 }, {}],
    ['when nobody has seen it before', 500, own, { ...later, seenStatus: 0 }, {}],
    ['when it does not come from the API itself', 502, page, { ...later, seenStatus: 502 }, {}],
    ['when the API said less than ten minutes ago that it works on it', 409, working, busy(599_999), {}],
    ['when what was sent before may not have settled', 500, own, { ...later, settledMs: undefined }, {}],
    ['when the API has not looked at it', 429, own, { ...later, seenStatus: 429 }, {}],
  ])('but not %s', (_when, status, content, circumstances, more) => {
    expect(event(status, content, circumstances, more)).toBe('nobody knows how it ended');
  });
});
