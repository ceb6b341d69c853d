import { isObject } from '../src/lib/guards.ts';
import type { ApiDocument } from './api_document.ts';
import { member, type JsonObject } from './json.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The description of a parameter, a body or an answer; or that of the whole call, which may be marked as assumed. */
export interface CallPart {
  source: JsonObject;
  /** The headers of an answer, by name. */
  headers: [string, JsonObject][];
  /** The content of a body or an answer, by media type. */
  content: [string, JsonObject][];
  /** The schema of a parameter, or of the JSON in a body or an answer, if there is one. */
  schema: unknown;
}

/** A request to the API, or a webhook delivery from it, as a document describes it. */
export interface DescribedCall {
  /** `GET /leads/{id}`, without the base path and with `{id}` for every placeholder; or `delivery lead.created`. */
  call: string;
  /** By name: `query limit`, `body`, `answer 2XX`. The whole call has the name ''. */
  parts: Map<string, CallPart>;
}

/** A request to the API, with what is needed to recognize it. */
export interface DescribedOperation extends DescribedCall {
  /** The HTTP method in capitals. */
  method: string;
  /** The path as the document writes it, with its placeholders. */
  path: string;
  /** Matches a path below the base path. It captures the values of the placeholders. */
  pattern: RegExp;
  /** The names of the placeholders, in the order of the pattern's groups. */
  names: string[];
}

/**
 * Takes a document and the base path that the paths of exchanges are relative to; returns the document's operations,
 * those with fewer placeholders first. The document may have the base path in its server's URL or in each of its
 * paths.
 * @throws TypeError as `ApiDocument.follow` does
 */
export function listOperations(document: ApiDocument, basePath = '/api/v1'): DescribedOperation[] {
  const operations = document.children(document.root, 'paths').flatMap(([path, item]) => {
    const whole = serverPath(item.servers ?? document.root.servers) + path;
    const below = whole.startsWith(`${basePath}/`) ? whole.slice(basePath.length) : path;
    // Splitting by a group puts the names of the placeholders at the odd indexes.
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

/**
 * Takes a document; returns its operations and the webhook deliveries that it describes.
 * @throws TypeError as `ApiDocument.follow` does
 */
export function listCalls(document: ApiDocument): DescribedCall[] {
  const deliveries = document.children(document.root, 'webhooks').map(([name, item]) => {
    return {
      call: `delivery ${name}`,
      parts: partsOf(document, item, 'post') ?? new Map<string, CallPart>(),
    };
  });
  return [...listOperations(document), ...deliveries];
}

/** Takes a media type or a range such as `application/*`; returns whether it is JSON, or any type. */
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
  // Parameters of the path come first, so that an operation's parameter of the same name and place replaces them.
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
