import type { Choice } from '../forms/field_meta.ts';

// Documented: House Wash. Assumed: the others. A company may have more of its own, so any value may be typed.
const names = [
  'House Wash',
  'Roof Wash',
  'Window Cleaning',
  'Gutter Cleaning',
  'Driveway Cleaning',
  'Deck Cleaning',
  'Patio Cleaning',
  'Fence Cleaning',
];

// Made once, so that each field that has them draws the same list.
const services = { '-': spelledWith('-'), _: spelledWith('_') };

/**
 * The services to pick from. The API has two vocabularies for them, and neither is turned into the other.
 * @param joint what stands between the words: `-` on leads (`house-wash`), `_` on estimates and jobs (`house_wash`)
 */
export function serviceChoices(joint: '-' | '_'): Choice[] {
  return services[joint];
}

function spelledWith(joint: string): Choice[] {
  return names.map((label) => ({ value: label.toLowerCase().replace(/ /g, joint), label }));
}
