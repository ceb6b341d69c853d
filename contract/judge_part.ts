import { breach, type Breach } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { isJson, type CallPart } from './operations.ts';
import type { Schemas } from './schemas.ts';

/** Takes the description of a parameter or header, its place, and its text, if any; returns its breaches. */
export function judgeText(schemas: Schemas, described: JsonObject, where: string, text?: string): Breach[] {
  if (text !== undefined) return schemas.checkText(described.schema, text, where);
  return described.required === true ? [breach('missing', where, 'is missing')] : [];
}

/**
 * Takes the description of a body or an answer, its place, its Content-Type (undefined when unknown) and its parsed
 * value; returns the breaches in type and value. Returns none when the document describes no content.
 */
export function judgeContent(
  schemas: Schemas,
  { content }: CallPart,
  where: string,
  contentType: string | undefined,
  value: unknown,
): Breach[] {
  if (content.length === 0) return [];
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  const fitting = [type, `${type?.split('/')[0] ?? ''}/*`, '*/*'];
  const media =
    type === undefined
      ? (content.find(([name]) => isJson(name)) ?? content[0])
      : content.find(([name]) => fitting.includes(name.split(';')[0]?.toLowerCase()));
  if (!media) return [breach('refused', where, `has the content type ${type ?? ''}, which is not described`)];
  const [name, { schema }] = media;
  if (!isJson(name) || schema === undefined) return [];
  if (value === null) return [breach('refused', where, 'is described, but there is none')];
  return schemas.check(schema, value, where);
}
