import { isObject } from '../src/lib/guards.ts';
import type { Exchange } from './exchange.ts';
import { createJudge } from './judge.ts';
import type { JsonObject } from './json.ts';
import { inWords, Places, type Path } from './places.ts';

const RECORD_ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

/** Why a document would not accept the app's requests. Each line names an operation and a field or a rule. */
export interface Objections {
  /** Fields that the app sends and the document does not describe. */
  lacking: string[];
  /** Fields that the document requires and the app never sends. */
  neverSent: string[];
  /** All other reasons to refuse a request. */
  refused: string[];
}

/**
 * Takes requests that the app made and an OpenAPI document; returns why the document would not accept them.
 * @throws TypeError when a reference in the document cannot be followed
 */
export function compareRequests(exchanges: readonly Exchange[], theirs: JsonObject): Objections {
  const judge = createJudge(theirs);
  const places = new Places(theirs);
  const requests = exchanges.map((exchange) => {
    const { method, path, body, query } = exchange;
    const call = judge.operationOf(exchange)?.call ?? `${method} ${path.replace(RECORD_ID, '{id}')}`;
    const fields = [
      ...fieldsIn(body, [call, 'body']),
      ...Object.keys(query).map((name) => [call, `query ${name}`]),
    ];
    return { call, fields, breaches: judge.judgeRequest(exchange) };
  });
  const sent = new Set(requests.flatMap(({ fields }) => fields.map(inWords)));
  const lacking = new Set(
    requests.flatMap(({ fields }) => fields.filter((field) => places.lacks(field)).map(inWords)),
  );
  const neverSent = new Set<string>();
  const refused = new Set<string>();

  for (const { call, breaches } of requests) {
    for (const { kind, where, message } of breaches) {
      const field = inWords([call, ...stepsOf(where)]);
      if (kind === 'undescribed') lacking.add(field);
      else if (kind === 'missing' && !sent.has(field)) neverSent.add(field);
      else refused.add(where === 'operation' ? `${call}: is not described` : `${field}: ${message}`);
    }
  }
  return { lacking: [...lacking], neverSent: [...neverSent], refused: [...refused] };
}

/** Takes a JSON value and the path to it; returns the path to every field in it. */
function fieldsIn(value: unknown, path: Path): Path[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(item, [...path, '[]']));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => [
    [...path, key],
    ...fieldsIn(field, [...path, key]),
  ]);
}

// Replaces indexes by `[]`: `body/services/0/sqft` is about the field `sqft` of every line item.
function stepsOf(where: string): string[] {
  return where.split('/').map((step) => (/^\d+$/.test(step) ? '[]' : step));
}
