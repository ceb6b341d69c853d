import { ApiDocument } from './api_document.ts';
import { assumptionsOf } from './assumptions.ts';
import { checks, type Agreement } from './checks.ts';
import type { JsonObject } from './json.ts';
import { Places, inWords } from './places.ts';

/** Whether another document agrees with one of our assumptions. */
export interface ComparedAssumption {
  /** The JSON pointer to the marked part of our document. */
  pointer: string;
  agreement: Agreement;
  /** The place that the agreement is about, such as `POST /leads body source`; empty when unknown. */
  where: string;
}

/**
 * Takes our document and another one about the same API; returns for each of our assumptions whether the other document
 * agrees. An assumption is contradicted when one of its claims is. Otherwise it is confirmed when one of them is.
 * @throws TypeError when a reference in one of the documents cannot be followed
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
