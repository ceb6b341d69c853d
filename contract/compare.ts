import { compareAssumptions } from './compare_assumptions.ts';
import type { Finding } from './compare_assumptions.ts';
import { compareRequests } from './compare_requests.ts';
import type { Objections } from './compare_requests.ts';
import type { Exchange } from './exchange.ts';
import type { JsonObject } from './json.ts';

/** What another document about the API makes of our assumptions and of the app's requests. */
export interface Comparison {
  findings: Finding[];
  objections: Objections;
  /** How many of them speak against the app; 0 means that it fits. */
  contradictions: number;
}

/** Takes our document, another one and the requests that the app made; returns where the other one differs. */
export function compare(ours: JsonObject, theirs: JsonObject, exchanges: readonly Exchange[]): Comparison {
  const findings = compareAssumptions(ours, theirs);
  const objections = compareRequests(exchanges, theirs);
  const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted').length;
  const { lacking, neverSent, refused } = objections;
  const objected = lacking.length + neverSent.length + refused.length;
  return { findings, objections, contradictions: contradicted + objected };
}
