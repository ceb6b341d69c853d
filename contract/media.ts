import type { JsonObject } from './json.ts';
import { locateChildren } from './located.ts';
import type { Located } from './located.ts';
import type { Problem, Schemas } from './schemas.ts';

/**
 * Takes what a document describes as a body or an answer, the content type that came (undefined when unknown)
 * and the value that came; returns what is wrong with either. Where no content is described, nothing is.
 */
export function checkContent(
  document: JsonObject,
  schemas: Schemas,
  described: Located,
  contentType: string | undefined,
  value: unknown,
): Problem[] {
  const content = locateChildren(document, described, 'content');
  if (content.size === 0) return [];
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  const media = type === undefined ? firstJson(content) : byType(content, type);
  if (!media)
    return [{ path: '', message: `has the content type ${type ?? '(none)'}, which is not described` }];
  const [name, { pointer, value: one }] = media;
  if (!isJson(name) || one.schema === undefined) return [];
  if (value === null) return [{ path: '', message: 'is described, but there is none' }];
  return schemas.check(`${pointer}/schema`, value);
}

function byType(content: Map<string, Located>, type: string): [string, Located] | undefined {
  const group = `${type.split('/')[0] ?? ''}/*`;
  return [...content].find(([name]) =>
    [type, group, '*/*'].includes(name.split(';')[0]?.toLowerCase() ?? ''),
  );
}

function firstJson(content: Map<string, Located>): [string, Located] | undefined {
  return [...content].find(([name]) => isJson(name)) ?? [...content][0];
}

function isJson(name: string): boolean {
  return name.includes('json') || name === '*/*';
}
