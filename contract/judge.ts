import type { Exchange, Violation } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { judgeAnswerBy } from './judge_answer.ts';
import { judgeRequestBy } from './judge_request.ts';
import { listOperations } from './operations.ts';
import type { Operation } from './operations.ts';
import { createSchemas } from './schemas.ts';

export { loadContract, parseContract } from './load_contract.ts';
export type { Exchange, Violation };

export interface Judge {
  /** Takes an exchange; returns what its request does against the contract. */
  judgeRequest(exchange: Exchange): Violation[];
  /** The same for its answer. No answer, and an answer to what the contract does not know, is not judged. */
  judgeAnswer(exchange: Exchange): Violation[];
  /** Takes an exchange; returns the template and the method (in capitals) that it belongs to, if any. */
  operationOf(exchange: Exchange): { path: string; method: string } | undefined;
}

/**
 * Takes an OpenAPI 3 document as `loadContract` returns it, and the base path that the paths of exchanges are
 * written below; returns the judge. Throws when a reference in the document leads nowhere.
 */
export function createJudge(document: JsonObject, basePath = '/api/v1'): Judge {
  const operations = listOperations(document, basePath);
  const schemas = createSchemas(document);
  const find = ({ method, path }: Exchange): Operation | undefined =>
    operations.find((one) => one.method === method.toUpperCase() && one.pattern.test(path));

  return {
    judgeRequest(exchange) {
      const operation = find(exchange);
      if (operation) return judgeRequestBy(document, schemas, operation, exchange);
      const message = `${exchange.method.toUpperCase()} ${exchange.path} is not described`;
      return [{ side: 'request', where: 'operation', message }];
    },
    judgeAnswer(exchange) {
      const operation = exchange.status === 0 ? undefined : find(exchange);
      return operation ? judgeAnswerBy(document, schemas, operation, exchange) : [];
    },
    operationOf(exchange) {
      const operation = find(exchange);
      return operation && { path: operation.path, method: operation.method };
    },
  };
}
