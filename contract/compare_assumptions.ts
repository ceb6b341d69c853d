import { assumptionsOf } from './assumptions.ts';
import { claimsOf, fieldClaims } from './claims.ts';
import type { Claim } from './claims.ts';
import { isObject, member, pointerKeys, valueAt } from './json.ts';
import type { JsonObject } from './json.ts';
import { findPart, inWords, partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { inDots, placeAt, schemasFrom } from './places.ts';
import { createSchemas } from './schemas.ts';
import { sitesOf } from './sites.ts';
import type { Site } from './sites.ts';
import { verdictOn } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

/** What another document says about one of our assumptions, and at which place it says so. */
export interface Finding {
  what: string;
  verdict: Verdict;
  where: string;
}

/**
 * Takes our document and another one about the same API; returns a finding for each of our assumptions: confirmed
 * where the other describes the same, contradicted where it describes it otherwise, else unknown.
 */
export function compareAssumptions(ours: JsonObject, theirs: JsonObject): Finding[] {
  const parts = partsOf(ours);
  const sites = sitesOf(ours, parts);
  const others = partsOf(theirs);
  const witness = { document: theirs, schemas: createSchemas(theirs) };

  return assumptionsOf(ours).map(({ pointer, what }) => {
    const own = parts.filter((part) => part.pointer === pointer).map((part) => onPart(others, part));
    if (own.length > 0) return { what, ...together(own) };
    const schema = pointer.replace(/\/x-known-values\/\d+$/, '');
    const claims = claimsAt(ours, pointer, schema);
    const said = (sites.get(schema) ?? []).flatMap((site) => claims.map((claim) => onClaim(site, claim)));
    return { what, ...together(said) };
  });

  function onClaim({ part, steps }: Site, claim: Claim): Opinion {
    const path = [...steps, ...claim.steps];
    const where = `${inWords(part)} ${inDots(path)}`.trim();
    const root = findPart(others, part)?.schema;
    const place = placeAt(theirs, root === undefined ? 'unsaid' : schemasFrom(theirs, root), path);
    return { verdict: verdictOn(witness, place, claim, part.name === 'body'), where };
  }
}

type Opinion = Pick<Finding, 'verdict' | 'where'>;

function onPart(others: readonly Part[], part: Part): Opinion {
  const where = inWords(part);
  if (findPart(others, part) !== undefined) return { verdict: 'confirmed', where };
  return { verdict: saysOtherwise(others, part) ? 'contradicted' : 'unknown', where };
}

// A document that describes what is around something, but not the thing itself, says that it is not there. Failures
// are often left out, so that only another success speaks against ours.
function saysOtherwise(others: readonly Part[], { operation, name }: Part): boolean {
  const around = others.filter((other) => other.operation === operation);
  if (name.startsWith('answer ')) {
    return name.startsWith('answer 2') && around.some((other) => other.name.startsWith('answer 2'));
  }
  const resource = /^\w+ (\^\\\/\w+)/.exec(operation)?.[1];
  const related = resource === undefined ? [] : others.filter((other) => other.operation.includes(resource));
  return (name === 'operation' ? related : around).length > 0;
}

function claimsAt(ours: JsonObject, pointer: string, schema: string): Claim[] {
  const marked = valueAt(ours, pointer);
  if (pointer !== schema) return [{ steps: [], says: 'value', value: member(marked, 'value') }];
  if (pointerKeys(pointer).at(-2) === 'properties') return fieldClaims(marked, []);
  return isObject(marked) ? claimsOf(marked) : [];
}

// One place that says otherwise is enough to contradict, one that says the same to confirm.
function together(opinions: readonly Opinion[]): Opinion {
  const order: readonly Verdict[] = ['contradicted', 'confirmed'];
  const loudest = order.map((verdict) => opinions.find((one) => one.verdict === verdict));
  return loudest.find((one) => one !== undefined) ?? { verdict: 'unknown', where: '' };
}
