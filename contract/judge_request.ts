import type { Exchange, Violation } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { locateChild } from './located.ts';
import type { Located } from './located.ts';
import { checkContent } from './media.ts';
import type { Operation } from './operations.ts';
import type { Problem, Schemas } from './schemas.ts';

// OpenAPI describes these by other means than parameters and has parameters of these names ignored.
const NOT_PARAMETERS = ['accept', 'content-type', 'authorization'];

/** Takes an exchange and the operation it belongs to; returns what its request does against the document. */
export function judgeRequestBy(
  document: JsonObject,
  schemas: Schemas,
  operation: Operation,
  exchange: Exchange,
): Violation[] {
  const given = {
    path: pathValues(operation, exchange.path),
    query: exchange.query,
    header: exchange.headers,
  };
  const problems = [
    ...operation.parameters.flatMap((parameter) => checkParameter(schemas, parameter, given)),
    ...unknownQuery(operation, exchange.query),
    ...checkBody(document, schemas, operation, exchange),
  ];
  return problems.map(({ path, message }) => ({ side: 'request', where: path, message }));
}

function checkParameter(
  schemas: Schemas,
  { pointer, value: parameter }: Located,
  given: Record<string, Record<string, string>>,
): Problem[] {
  const place = String(parameter.in);
  const name = String(parameter.name);
  const key = place === 'header' ? name.toLowerCase() : name;
  const values = given[place];
  if (!values || (place === 'header' && NOT_PARAMETERS.includes(key))) return [];
  const text = values[key];
  const where = `${place} ${name}`;
  if (text === undefined) return parameter.required === true ? [{ path: where, message: 'is missing' }] : [];
  if (parameter.schema === undefined) return [];
  return schemas.checkText(`${pointer}/schema`, text).map(({ message }) => ({ path: where, message }));
}

function unknownQuery(operation: Operation, query: Record<string, string>): Problem[] {
  const known = operation.parameters
    .filter(({ value }) => value.in === 'query')
    .map(({ value }) => value.name);
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  return unknown.map((name) => ({ path: `query ${name}`, message: 'is not described' }));
}

function checkBody(
  document: JsonObject,
  schemas: Schemas,
  { part }: Operation,
  exchange: Exchange,
): Problem[] {
  const described = locateChild(document, part, 'requestBody');
  if (!described) return exchange.body === null ? [] : [{ path: 'body', message: 'is not described' }];
  if (exchange.body === null && described.value.required !== true) return [];
  const problems = checkContent(
    document,
    schemas,
    described,
    exchange.headers['content-type'],
    exchange.body,
  );
  return problems.map(({ path, message }) => ({ path: `body${path}`, message }));
}

function pathValues({ pattern, names }: Operation, path: string): Record<string, string> {
  const texts = pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decoded(texts[index] ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A broken escape is judged as it stands.
  }
}
