import { ApiDocument } from './api_document.ts';
import { assumptionsOf } from './assumptions.ts';
import { checks, type Agreement } from './checks.ts';
import type { JsonObject } from './json.ts';
import { Places, inWords } from './places.ts';

/** What another document says of one of our assumptions. */
export interface ComparedAssumption {
  /** The JSON pointer to what is marked in our document. */
  pointer: string;
  agreement: Agreement;
  /** The place where it says so, in words; empty when it says nothing. */
  where: string;
}

/**
 * Takes our document and another one about the same API; returns for each of our assumptions whether the other one
 * agrees. One place that says otherwise is enough to contradict, one that says the same to confirm.
 */
export function compareAssumptions(ours: JsonObject, theirs: JsonObject): ComparedAssumption[] {
  const places = new Places(theirs);
  return assumptionsOf(new ApiDocument(ours)).map(({ pointer, claims }) => {
    const compared = claims.map(({ path, keyword, schema }): ComparedAssumption => {
      return { pointer, agreement: checks[keyword](places, path, schema), where: inWords(path) };
    });
    const first = (agreement: Agreement): ComparedAssumption | undefined =>
      compared.find((one) => one.agreement === agreement);
    return first('contradicted') ?? first('confirmed') ?? { pointer, agreement: 'unknown', where: '' };
  });
}
