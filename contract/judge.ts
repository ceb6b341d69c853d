import { ApiDocument } from './api_document.ts';
import { breach, type Breach, type Exchange, type Violation } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { judgeContent, judgeText } from './judge_part.ts';
import { listOperations, type DescribedOperation } from './operations.ts';
import { Schemas } from './schemas.ts';

export { loadContract, parseContract } from './load_contract.ts';
export type { Exchange, Violation };

/** Compares requests and answers with an OpenAPI document. */
export interface Judge {
  /** Takes an exchange; returns every breach in its request. */
  judgeRequest(exchange: Exchange): Violation[];
  /** The same for its answer. Returns none when there was no answer, or when the document lacks the operation. */
  judgeAnswer(exchange: Exchange): Violation[];
  /** Takes an exchange; returns the operation of the document that its method and path belong to, if any. */
  operationOf(exchange: Exchange): DescribedOperation | undefined;
}

// By the rules of OpenAPI, header parameters with these names are ignored: other parts of a document describe them.
const NOT_PARAMETERS = ['accept', 'content-type', 'authorization'];

/**
 * Takes an OpenAPI 3 document as `loadContract` returns it, and the base path that the paths of exchanges are relative
 * to; returns a judge.
 * @throws TypeError when a reference in the document cannot be followed
 */
export function createJudge(contract: JsonObject, basePath = '/api/v1'): Judge {
  const document = new ApiDocument(contract);
  const operations = listOperations(document, basePath);
  const schemas = new Schemas(document);

  function operationOf({ method, path }: Exchange): DescribedOperation | undefined {
    return operations.find((one) => one.method === method.toUpperCase() && one.pattern.test(path));
  }

  function judgeRequest(exchange: Exchange): Breach[] {
    const { method, path, query, headers, body } = exchange;
    const operation = operationOf(exchange);
    if (!operation)
      return [breach('refused', 'operation', `${method.toUpperCase()} ${path} is not described`)];
    const { parts } = operation;
    const described = parts.get('body');
    const given: Record<string, Record<string, string> | undefined> = {
      path: pathValues(operation, path),
      query,
      header: headers,
    };
    const breaches = [...parts].flatMap(([where, { source }]) => {
      const name = source.in === 'header' ? String(source.name).toLowerCase() : String(source.name);
      const texts =
        NOT_PARAMETERS.includes(name) && source.in === 'header' ? undefined : given[String(source.in)];
      return texts ? judgeText(schemas, source, where, texts[name]) : [];
    });
    const unknown = Object.keys(query).filter((name) => !parts.has(`query ${name}`));
    breaches.push(...unknown.map((name) => breach('undescribed', `query ${name}`, 'is not described')));
    if (!described)
      return body === null ? breaches : [...breaches, breach('undescribed', 'body', 'is not described')];
    if (body === null && described.source.required !== true) return breaches;
    return [...breaches, ...judgeContent(schemas, described, 'body', headers['content-type'], body)];
  }

  function judgeAnswer(exchange: Exchange): Breach[] {
    const { status, answer, answerHeaders } = exchange;
    const operation = status === 0 ? undefined : operationOf(exchange);
    if (!operation) return [];
    const names = [String(status), `${String(status).charAt(0)}XX`, 'DEFAULT'];
    const described = names
      .map((name) => operation.parts.get(`answer ${name}`))
      .find((part) => part !== undefined);
    const { method, path } = operation;
    if (!described) return [breach('refused', 'status', `${status} is not described for ${method} ${path}`)];
    return [
      ...described.headers.flatMap(([name, header]) =>
        judgeText(schemas, header, `header ${name}`, answerHeaders[name.toLowerCase()]),
      ),
      ...judgeContent(schemas, described, 'answer', answerHeaders['content-type'], answer),
    ];
  }

  return {
    judgeRequest: (exchange) => judgeRequest(exchange).map((one) => ({ side: 'request', ...one })),
    judgeAnswer: (exchange) => judgeAnswer(exchange).map((one) => ({ side: 'answer', ...one })),
    operationOf,
  };
}

function pathValues({ pattern, names }: DescribedOperation, path: string): Record<string, string> {
  const texts = pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decoded(texts[index] ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not valid percent-encoding: the raw text is judged.
  }
}
