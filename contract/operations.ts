import { isObject, member } from './json.ts';
import type { JsonObject } from './json.ts';
import { locateChild, locateChildren } from './located.ts';
import type { Located } from './located.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export interface Operation {
  /** In capitals. */
  method: string;
  /** The template as the document has it. */
  path: string;
  /** Matches a path below the base path; one group per name. */
  pattern: RegExp;
  names: string[];
  part: Located;
  parameters: Located[];
}

/**
 * Takes a document and the base path that exchanges are written below; returns the document's operations, those
 * with fewer placeholders first. The base path may be in the server's URL or in every path of the document.
 */
export function listOperations(document: JsonObject, basePath: string): Operation[] {
  const root: Located = { pointer: '', value: document };
  const operations: Operation[] = [];
  for (const [path, item] of locateChildren(document, root, 'paths')) {
    const whole = serverPath(item.value.servers ?? document.servers) + path;
    const below = whole.startsWith(`${basePath}/`) ? whole.slice(basePath.length) : path;
    for (const method of METHODS) {
      const part = locateChild(document, item, method);
      if (!part) continue;
      const parameters = parametersOf(document, item, part);
      operations.push({ method: method.toUpperCase(), path, ...template(below), part, parameters });
    }
  }
  return operations.sort((a, b) => a.names.length - b.names.length);
}

function template(path: string): Pick<Operation, 'pattern' | 'names'> {
  const pieces = path.split(/\{([^}]+)\}/);
  const source = pieces.map((piece, index) =>
    index % 2 === 1 ? '([^/]+)' : piece.replaceAll(/[^\w/]/g, '\\$&'),
  );
  return {
    pattern: new RegExp(`^${source.join('')}/?$`),
    names: pieces.filter((_, index) => index % 2 === 1),
  };
}

// An operation's own parameter replaces the path's parameter of the same name and place.
function parametersOf(document: JsonObject, item: Located, operation: Located): Located[] {
  const byPlace = new Map<string, Located>();
  for (const part of [item, operation]) {
    for (const parameter of locateChildren(document, part, 'parameters').values()) {
      byPlace.set(`${String(parameter.value.in)} ${String(parameter.value.name)}`, parameter);
    }
  }
  return [...byPlace.values()];
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
