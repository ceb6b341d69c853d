import { expect, test } from '@jest/globals';
import { severalChoices } from '../../src/forms/choices.ts';

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
