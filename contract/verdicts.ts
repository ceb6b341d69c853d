import type { Claim } from './claims.ts';
import { member } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Located } from './located.ts';
import { placeAt, saidOf, typesOf } from './places.ts';
import type { Place } from './places.ts';
import type { Schemas } from './schemas.ts';

export type Verdict = 'confirmed' | 'contradicted' | 'unknown';

/** Another document, with the checks by its schemas. */
export interface Witness {
  document: JsonObject;
  schemas: Schemas;
}

/**
 * Takes another document, what it says about a place, and one of our claims about it; returns whether it says the
 * same. What it leaves open, and what cannot be compared, is unknown.
 * @param asked true in a request, where a field that need not be sent is another claim than ours
 */
export function verdictOn(witness: Witness, place: Place, claim: Claim, asked: boolean): Verdict {
  if (claim.says === 'exists' && place === 'lacks') return 'contradicted';
  if (typeof place === 'string') return 'unknown';
  switch (claim.says) {
    case 'exists':
      return 'confirmed';
    case 'type':
      return onTypes(place, claim.types);
    case 'required': {
      const listed = saidOf(place, 'required');
      if (listed.includes(claim.field)) return 'confirmed';
      if (placeAt(witness.document, place, [claim.field]) === 'lacks') return 'contradicted';
      return asked && listed.length > 0 ? 'contradicted' : 'unknown';
    }
    case 'value': {
      const known = saidOf(place, 'x-known-values').map((entry) => member(entry, 'value'));
      const allowed = [...saidOf(place, 'enum'), ...saidOf(place, 'const')];
      if ([...known, ...allowed].includes(claim.value)) return 'confirmed';
      return allowed.length > 0 ? 'contradicted' : 'unknown';
    }
    case 'form':
      return onForm(witness, place, claim);
    case 'minItems': {
      const least = saidOf(place, 'minItems');
      if (least.length === 0) return 'unknown';
      return least.includes(claim.least) ? 'confirmed' : 'contradicted';
    }
  }
}

function onTypes(place: readonly Located[], ours: readonly string[]): Verdict {
  const theirs = typesOf(place);
  if (theirs.length === 0) return 'unknown';
  return ours.some((type) => theirs.includes(type === 'integer' ? 'number' : type))
    ? 'confirmed'
    : 'contradicted';
}

// Two patterns cannot be compared, but a value of ours that theirs refuses can be shown.
function onForm(
  { schemas }: Witness,
  place: readonly Located[],
  { pattern, examples }: Extract<Claim, { says: 'form' }>,
): Verdict {
  if (saidOf(place, 'pattern').includes(pattern)) return 'confirmed';
  const refused = place.some(({ pointer }) =>
    examples.some((example) => schemas.check(pointer, example).length > 0),
  );
  return refused ? 'contradicted' : 'unknown';
}
