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
  ['House Wash / Roof Wash', ['House Wash', 'Roof Wash']],
  ['* House Wash\n* Roof Wash', ['House Wash', 'Roof Wash']],
])('"%s" names %j', (typed, names) => {
  expect(severalChoices(choices, [typed])).toEqual(names);
});
