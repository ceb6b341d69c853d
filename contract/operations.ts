import { isObject } from '../src/lib/guards.ts';
import type { ApiDocument } from './api_document.ts';
import { member, type JsonObject } from './json.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** A parameter, a body or an answer, as a document describes it; or the whole call, where marks on it stand. */
export interface CallPart {
  source: JsonObject;
  /** By name, in an answer. */
  headers: [string, JsonObject][];
  /** By media type, in a body or an answer. */
  content: [string, JsonObject][];
  /** The schema of its text or its JSON, if it has one. */
  schema: unknown;
}

/** A request to the API, or a delivery from it. */
export interface DescribedCall {
  /** `GET /leads/{id}`, below the base path and with `{id}` for any placeholder; `delivery lead.created`. */
  call: string;
  /** By name: `query limit`, `body`, `answer 2XX`; the call itself under no name. */
  parts: Map<string, CallPart>;
}

export interface DescribedOperation extends DescribedCall {
  /** In capitals. */
  method: string;
  /** The template as the document has it. */
  path: string;
  /** Matches a path below the base path; one group per name. */
  pattern: RegExp;
  names: string[];
}

/**
 * Takes a document and the base path that exchanges are written below; returns the document's operations, those
 * with fewer placeholders first. The base path may be in the server's URL or in every path of the document.
 * @throws TypeError as `ApiDocument.follow` does
 */
export function listOperations(document: ApiDocument, basePath = '/api/v1'): DescribedOperation[] {
  const operations = document.children(document.root, 'paths').flatMap(([path, item]) => {
    const whole = serverPath(item.servers ?? document.root.servers) + path;
    const below = whole.startsWith(`${basePath}/`) ? whole.slice(basePath.length) : path;
    // Every second piece is a placeholder's name.
    const pieces = below.split(/\{([^}]+)\}/);
    const names = pieces.filter((_, index) => index % 2 === 1);
    const literals = pieces.filter((_, index) => index % 2 === 0);
    const source = literals.map((piece) => piece.replaceAll(/[^\w/]/g, '\\$&')).join('([^/]+)');
    const pattern = new RegExp(`^${source}/?$`);
    return METHODS.flatMap((verb) => {
      const parts = partsOf(document, item, verb);
      const method = verb.toUpperCase();
      const call = `${method} ${literals.join('{id}')}`;
      return parts ? [{ method, path, pattern, names, call, parts }] : [];
    });
  });
  return operations.sort((a, b) => a.names.length - b.names.length);
}

/** Takes a document; returns its operations and the deliveries that it describes. */
export function listCalls(document: ApiDocument): DescribedCall[] {
  const deliveries = document.children(document.root, 'webhooks').map(([name, item]) => {
    return {
      call: `delivery ${name}`,
      parts: partsOf(document, item, 'post') ?? new Map<string, CallPart>(),
    };
  });
  return [...listOperations(document), ...deliveries];
}

/** Takes a media type or a range of them; returns whether JSON falls under it. */
export function isJson(type: string): boolean {
  return type.includes('json') || type === '*/*';
}

function partsOf(
  document: ApiDocument,
  item: JsonObject,
  method: string,
): DescribedCall['parts'] | undefined {
  const operation = document.follow(item[method]);
  if (operation === undefined) return undefined;
  const part = (source: JsonObject): CallPart => {
    const content = document.children(source, 'content');
    const json = content.find(([type]) => isJson(type))?.[1];
    return {
      source,
      headers: document.children(source, 'headers'),
      content,
      schema: (json ?? source).schema,
    };
  };
  // An operation's own parameter replaces the path's parameter of the same name and place.
  const parameters = [item, operation].flatMap((holder) => document.children(holder, 'parameters'));
  const body = document.follow(operation.requestBody);
  return new Map([
    ['', part(operation)],
    ...parameters.map(([, one]) => [`${String(one.in)} ${String(one.name)}`, part(one)] as const),
    ...(body ? [['body', part(body)] as const] : []),
    ...document.children(operation, 'responses').map(([status, one]) => {
      return [`answer ${status.toUpperCase()}`, part(one)] as const;
    }),
  ]);
}

function serverPath(servers: unknown): string {
  const server = member(servers, 0);
  const url = member(server, 'url');
  if (typeof url !== 'string') return '';
  const filled = url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    const variable = member(member(server, 'variables'), name);
    return isObject(variable) ? String(variable.default) : whole;
  });
  return filled.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/+$/, '');
}
