import type { Exchange, Violation } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { locateChildren } from './located.ts';
import type { Located } from './located.ts';
import { checkContent } from './media.ts';
import type { Operation } from './operations.ts';
import type { Problem, Schemas } from './schemas.ts';

/** Takes an exchange and the operation it belongs to; returns what its answer does against the document. */
export function judgeAnswerBy(
  document: JsonObject,
  schemas: Schemas,
  operation: Operation,
  exchange: Exchange,
): Violation[] {
  const response = responseFor(locateChildren(document, operation.part, 'responses'), exchange.status);
  if (!response) {
    const message = `${exchange.status} is not described for ${operation.method} ${operation.path}`;
    return [{ side: 'answer', where: 'status', message }];
  }
  const type = exchange.answerHeaders['content-type'];
  const problems = [
    ...checkHeaders(document, schemas, response, exchange.answerHeaders),
    ...checkContent(document, schemas, response, type, exchange.answer).map(({ path, message }) => ({
      path: `answer${path}`,
      message,
    })),
  ];
  return problems.map(({ path, message }) => ({ side: 'answer', where: path, message }));
}

function responseFor(responses: Map<string, Located>, status: number): Located | undefined {
  const range = String(status).charAt(0);
  const names = [String(status), `${range}XX`, `${range}xx`, 'default'];
  return names.map((name) => responses.get(name)).find((response) => response !== undefined);
}

function checkHeaders(
  document: JsonObject,
  schemas: Schemas,
  response: Located,
  headers: Record<string, string>,
): Problem[] {
  const described = [...locateChildren(document, response, 'headers')];
  return described.flatMap(([name, { pointer, value: header }]) => {
    const text = headers[name.toLowerCase()];
    const where = `header ${name}`;
    if (text === undefined) return header.required === true ? [{ path: where, message: 'is missing' }] : [];
    if (header.schema === undefined) return [];
    return schemas.checkText(`${pointer}/schema`, text).map(({ message }) => ({ path: where, message }));
  });
}
