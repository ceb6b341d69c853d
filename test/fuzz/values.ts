import fc from 'fast-check';

// Texts that must not be in an error message. Values that contain them are left out, since a message may quote a value.
const telltale = /undefined|NaN|\[object/;

const nastyTexts = [
  '{{bundle.inputData.api_key}}',
  '{{bundle.authData.api_key}}',
  '{{',
  '../..',
  '..',
  '.',
  '/',
  'a/b?c=d#e',
  '%2e%2e',
  '%',
  '\u0000',
  '\ud83e',
  'a\udc00',
  '\u202eabc\u2028\ufeff',
  '👩‍👩‍👧‍👦 مرحبا',
  'line\r\nX-Header: 1',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '"; DROP TABLE leads; --',
  '=1+1',
  '-1',
  '0',
  '1e999',
  '9'.repeat(400),
  'null',
  '0000-01-01',
  '9999-12-31T23:59:59-12:00',
  '02/30/2026',
  '25:00',
  '+1',
  '+999 123',
  '(000) 000-0000 x1234567',
  'a@b',
  '"a b"@c.d',
  'jörg@müller.de',
  ', ,',
  '\t \n',
];

const longText = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), fc.integer({ min: 100, max: 6_000 }))
  .map(([part, times]) => part.repeat(times));

const digits = fc.stringMatching(/^[+(]?[0-9]{1,3}[-. )]{0,2}[0-9]{2,4}[-. ]?[0-9]{2,5}( ?x[0-9]{1,4})?$/);
const dates = fc
  .tuple(fc.date({ noInvalidDate: true }), fc.integer({ min: 4, max: 30 }))
  .map(([date, length]) => date.toISOString().slice(0, length));
const clocks = fc.stringMatching(/^[0-9]{1,2}([:.][0-9]{2}){0,2} ?([ap]\.?m\.?)?$/);

/** Texts that nobody expects in a field: other scripts, Zapier's placeholders, very long ones, odd phones and dates. */
export const text = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  longText,
  digits,
  dates,
  clocks,
);

/** Any JSON value. */
export const anything = fc
  .oneof(
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.boolean(), fc.constant(null)) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  )
  // Sent as JSON, a value loses what JSON cannot represent, such as -0 or NaN.
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
  .filter((value) => !telltale.test(JSON.stringify(value)));

/** Any JSON object. Among its keys are the given ones, and some that careless code trips over, such as __proto__. */
export function anyObject(keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const key = fc.constantFrom(...keys, '__proto__', 'constructor', 'toString', 'length', '');
  return fc.array(fc.tuple(key, anything), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
}
