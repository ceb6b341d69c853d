import type { Exchange, Violation } from './exchange.ts';
import { createJudge } from './judge.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { partsOf } from './parts.ts';
import { inDots, placeAt, schemasFrom } from './places.ts';
import type { Place, Step } from './places.ts';

const recordId = /[0-9a-f]{8}-[0-9a-f-]{27}/;

/** What another document has against the requests of the app; each line names an operation and a field or a rule. */
export interface Objections {
  /** Fields that the app sends and the document lacks. */
  lacking: string[];
  /** What the document requires and the app never sends. */
  neverSent: string[];
  /** Every other reason for which a request would be refused. */
  refused: string[];
}

/** Takes the requests that the app made and another document; returns what the document has against them. */
export function compareRequests(exchanges: readonly Exchange[], theirs: JsonObject): Objections {
  const judge = createJudge(theirs);
  const parts = partsOf(theirs);
  const objections = { lacking: new Set<string>(), neverSent: new Set<string>(), refused: new Set<string>() };
  const sent = new Set<string>();
  const named = (exchange: Exchange): string => {
    const { method, path } = judge.operationOf(exchange) ?? exchange;
    return `${method} ${path.replace(recordId, '{id}')}`;
  };

  for (const exchange of exchanges) {
    for (const steps of stepsOf(exchange.body)) sent.add(`${named(exchange)} body ${inDots(steps)}`);
    for (const name of Object.keys(exchange.query)) sent.add(`${named(exchange)} query ${name}`);
  }
  for (const exchange of exchanges) {
    const operation = named(exchange);
    for (const field of lackedBy(exchange)) objections.lacking.add(`${operation} ${field}`);
    for (const violation of judge.judgeRequest(exchange)) {
      const { where, message } = violation;
      const field = missingField(violation);
      if (isLack(violation)) {
        if (where.startsWith('query ')) objections.lacking.add(`${operation} ${where}`);
      } else if (field !== undefined && !sent.has(`${operation} ${field}`)) {
        objections.neverSent.add(`${operation} ${field}`);
      } else if (where === 'operation') objections.refused.add(`${operation}: is not described`);
      else objections.refused.add(`${operation} ${withoutIndexes(where)}: ${message}`);
    }
  }
  return {
    lacking: [...objections.lacking],
    neverSent: [...objections.neverSent],
    refused: [...objections.refused],
  };

  function lackedBy(exchange: Exchange): string[] {
    const operation = parts.find((part) => part.name === 'body' && fits(part.operation, exchange));
    const root: Place = operation?.schema === undefined ? 'unsaid' : schemasFrom(theirs, operation.schema);
    const lacked = stepsOf(exchange.body).filter((steps) => placeAt(theirs, root, steps) === 'lacks');
    return lacked.map((steps) => `body ${inDots(steps)}`);
  }
}

/** Takes a JSON value; returns the steps to every field in it. */
function stepsOf(value: unknown, steps: Step[] = []): Step[][] {
  if (Array.isArray(value)) return value.flatMap((item) => stepsOf(item, [...steps, '[]']));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, field]) => [
    [...steps, key],
    ...stepsOf(field, [...steps, key]),
  ]);
}

function fits(operation: string, { method, path }: Exchange): boolean {
  const [verb = '', pattern = ''] = operation.split(' ');
  return verb === method && new RegExp(pattern).test(path);
}

function isLack({ where, message }: Violation): boolean {
  return message === 'is not described' && /^(body\/|query )/.test(where);
}

// "body/services/0: must have required property 'x'" is about the field `body services[].x`.
function missingField({ where, message }: Violation): string | undefined {
  if (message === 'is missing') return where;
  const name = /^must have required property '(.+)'$/.exec(message)?.[1];
  if (name === undefined) return undefined;
  const steps = withoutIndexes(where).split('/').slice(1);
  return `body ${inDots([...steps, name])}`;
}

function withoutIndexes(where: string): string {
  return where.replaceAll(/\/\d+(?=\/|$)/g, '/[]');
}
