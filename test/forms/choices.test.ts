import { describe, expect, test } from '@jest/globals';
import * as zod from 'zod/mini';
import { choice, onlyChoice } from '../../src/forms/choice_kinds.ts';
import { severalChoices } from '../../src/forms/choices.ts';
import { readForm } from '../../src/forms/form.ts';
import { adHoc } from '../support/ad_hoc.ts';

const choices = [
  { value: 'house_wash', label: 'House Wash' },
  { value: 'roof_wash', label: 'Roof Wash' },
  { value: 'windows', label: 'Windows, inside and out' },
];

test.each([
  ['Windows, inside and out', ['Windows, inside and out']],
  ['House Wash; Windows, inside and out', ['House Wash', 'Windows, inside and out']],
  ['House Wash and Roof Wash', ['House Wash', 'Roof Wash']],
  ['House Wash and Roof Wash, Fence Painting', ['House Wash', 'Roof Wash', 'Fence Painting']],
  ['Sand and Seal', ['Sand and Seal']],
  ['Drop-off, Add-on', ['Drop-off', 'Add-on']],
  ['House Wash - Yes\nRoof Wash - No', ['House Wash']],
  ['[x] House Wash\n[ ] Roof Wash\n[x] Deck', ['House Wash', 'Deck']],
  ['House Wash ($250), Roof Wash ($1,400.00)', ['House Wash', 'Roof Wash']],
  ['House Wash: $250.00\nRoof Wash - $400\nDeck $10', ['House Wash', 'Roof Wash', 'Deck']],
  ['Deck 10, Deck (2)', ['Deck 10', 'Deck (2)']],
  ['House Wash / Roof Wash', ['House Wash', 'Roof Wash']],
  ['* House Wash\n* Roof Wash', ['House Wash', 'Roof Wash']],
])('"%s" names %j', (typed, names) => {
  expect(severalChoices(choices, [typed])).toEqual(names);
});

describe('one value out of a list', () => {
  const readTyped = async (field: zod.ZodMiniType, typed: string): Promise<unknown> =>
    adHoc((_z, bundle) => readForm(zod.object({ field }), { ...bundle, inputData: { field: typed } })).then(
      ({ field: value }) => value,
      String,
    );

  test('passes as typed where it names several, none of them known', async () => {
    const field = choice({ label: 'Service', choices });

    expect(await readTyped(field, 'Sand, Seal')).toBe('Sand, Seal');
    expect(await readTyped(field, 'House Wash, Seal')).toContain('names more than one');
  });

  test('is refused where no other is taken', async () => {
    const field = onlyChoice({ label: 'Service', choices });

    expect(await readTyped(field, 'roof wash')).toBe('roof_wash');
    expect(await readTyped(field, 'Seal')).toContain('is not one of: House Wash, Roof Wash');
  });
});
