import type { JsonObject } from './json.ts';
import { childPointer, isObject } from './json.ts';
import { locateChild, locateChildren } from './located.ts';
import type { Located } from './located.ts';
import { listOperations } from './operations.ts';

/** One part of an operation, under a name that two documents about the same API have in common. */
export interface Part {
  /** The method and the form of the path, or the name of a delivery. */
  operation: string;
  /** `operation` for the operation itself, `body`, `query status`, `answer 201`. */
  name: string;
  pointer: string;
  /** Where the schema of its JSON stands, if it has one. */
  schema: string | undefined;
}

/** Takes an OpenAPI document; returns every part of every operation and delivery in it. */
export function partsOf(document: JsonObject, basePath = '/api/v1'): Part[] {
  const operations = listOperations(document, basePath).flatMap(({ method, pattern, part, parameters }) => {
    const operation = `${method} ${pattern.source}`;
    const asked = parameters.map(({ pointer, value }) => ({
      operation,
      name: `${String(value.in)} ${String(value.name)}`,
      pointer,
      schema: isObject(value.schema) ? childPointer(pointer, 'schema') : undefined,
    }));
    return [...withBody(document, operation, part), ...asked, ...answersOf(document, operation, part)];
  });
  return [...operations, ...deliveriesOf(document)];
}

function deliveriesOf(document: JsonObject): Part[] {
  const webhooks = locateChildren(document, { pointer: '', value: document }, 'webhooks');
  return [...webhooks].flatMap(([name, item]) => {
    const post = locateChild(document, item, 'post');
    return post === undefined ? [] : withBody(document, `delivery ${name}`, post);
  });
}

function withBody(document: JsonObject, operation: string, part: Located): Part[] {
  const self = { operation, name: 'operation', pointer: part.pointer, schema: undefined };
  const body = locateChild(document, part, 'requestBody');
  if (body === undefined) return [self];
  return [self, { operation, name: 'body', pointer: body.pointer, schema: jsonSchema(document, body) }];
}

function answersOf(document: JsonObject, operation: string, part: Located): Part[] {
  return [...locateChildren(document, part, 'responses')].map(([status, answer]) => ({
    operation,
    name: `answer ${status.toUpperCase()}`,
    pointer: answer.pointer,
    schema: jsonSchema(document, answer),
  }));
}

function jsonSchema(document: JsonObject, holder: Located): string | undefined {
  const content = [...locateChildren(document, holder, 'content')];
  const media = content.find(([type]) => type.includes('json') || type === '*/*')?.[1];
  return media && isObject(media.value.schema) ? childPointer(media.pointer, 'schema') : undefined;
}

/** Takes the parts of another document; returns the one that is the same part, a range of statuses for one in it. */
export function findPart(others: readonly Part[], { operation, name }: Part): Part | undefined {
  const range = /^answer (\d)/.exec(name)?.[1];
  const same = others.filter((other) => other.operation === operation);
  return (
    same.find((other) => other.name === name) ??
    same.find((other) => range !== undefined && other.name === `answer ${range}XX`) ??
    same.find((other) => name === `answer ${range ?? ''}XX` && other.name.startsWith(`answer ${range ?? ''}`))
  );
}

/** Takes a part; returns it in words: `GET /leads/{id} answer 200`. */
export function inWords({ operation, name }: Part): string {
  const readable = operation
    .replaceAll(/\(\[\^\/\]\+\)|\(\[\^\\\/\]\+\)/g, '{id}')
    .replaceAll(/[\\^$?]|\/\?\$/g, '');
  return `${readable.replace(/\/$/, '')}${name === 'operation' ? '' : ` ${name}`}`;
}
