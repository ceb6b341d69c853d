import { describe, expect, test } from '@jest/globals';
import { compareAssumptions } from '../../contract/compare_assumptions.ts';

describe('a claim of ours', () => {
  const opinion = (
    claimed: object,
    theirs: object | undefined,
    place: 'body' | 'answer' = 'answer',
  ): unknown => {
    const withSchema = (schema: object | undefined): Record<string, unknown> => {
      const message = schema === undefined ? {} : { content: { 'application/json': { schema } } };
      const post = place === 'body' ? { requestBody: message } : { responses: { '200': message } };
      return { openapi: '3.1.0', paths: { '/leads': { post } } };
    };
    const [found] = compareAssumptions(
      withSchema({ 'x-evidence': 'assumed', ...claimed }),
      withSchema(theirs),
    );
    return found?.agreement;
  };
  const name = { type: 'string' };

  test.each<[string, object, object | undefined, string]>([
    ['a type', { type: 'integer' }, { type: ['number', 'null'] }, 'confirmed'],
    ['a type', { type: 'string' }, { const: 5 }, 'contradicted'],
    ['a type', { type: 'string' }, {}, 'unknown'],
    ['a type', { type: 'string' }, undefined, 'unknown'],
    ['a type', { type: 'string' }, { anyOf: [{ type: 'null' }, { type: 'string' }] }, 'confirmed'],
    ['a required field', { required: ['name'] }, { required: ['name', 'city'] }, 'confirmed'],
    ['a required field', { required: ['name'] }, { properties: { name } }, 'unknown'],
    ['a required field', { required: ['name'] }, { properties: { city: name } }, 'contradicted'],
    ['a required field', { required: ['name'] }, { required: ['city'] }, 'unknown'],
    ['required fields', { required: ['name', 'city'] }, { required: ['name'] }, 'unknown'],
    ['a value', { enum: ['new'] }, { enum: ['new', 'lost'] }, 'confirmed'],
    ['a value', { enum: ['new'] }, { enum: ['lost'] }, 'contradicted'],
    ['a value', { enum: ['new'] }, { 'x-known-values': [{ value: 'new' }] }, 'confirmed'],
    ['a value', { enum: ['new'] }, { 'x-known-values': [{ value: 'lost' }] }, 'unknown'],
    ['a pattern', { pattern: '^a' }, { pattern: '^a' }, 'confirmed'],
    ['a pattern', { pattern: '^a', examples: ['ab'] }, { maxLength: 1 }, 'contradicted'],
    ['a pattern', { pattern: '^a', examples: ['ab'] }, { maxLength: 2 }, 'unknown'],
    ['a length', { minItems: 1 }, { minItems: 1 }, 'confirmed'],
    ['a length', { minItems: 1 }, { minItems: 2 }, 'contradicted'],
    ['a length', { minItems: 1 }, { type: 'array' }, 'unknown'],
    ['a field', { properties: { name: {} } }, { properties: { name } }, 'confirmed'],
    ['a field', { properties: { name: {} } }, { properties: { city: name } }, 'contradicted'],
    ['a field', { properties: { name: {} } }, { type: 'array' }, 'contradicted'],
    ['a field', { properties: { name: {} } }, { properties: { name: true } }, 'confirmed'],
    ['a field', { properties: { name: {} } }, {}, 'unknown'],
    ['a list', { items: { type: 'string' } }, { items: { type: 'number' } }, 'contradicted'],
  ])('to %s, %j, is held against %j: %s', (_, claimed, theirs, agreement) => {
    expect(opinion(claimed, theirs)).toBe(agreement);
  });

  test('to a required field of a request is contradicted when another document requires others only', () => {
    expect(opinion({ required: ['name'] }, { required: ['city'] }, 'body')).toBe('contradicted');
    expect(opinion({ required: ['name'] }, { properties: { name } }, 'body')).toBe('unknown');
  });

  test.each([
    ['200', '2XX', 'confirmed'],
    ['2XX', '201', 'confirmed'],
    ['200', '201', 'contradicted'],
    ['404', '201', 'unknown'],
  ])('to the answer %s is held against %s: %s', (own, other, agreement) => {
    const answering = (status: string, mark: object): Record<string, unknown> => {
      return { paths: { '/leads': { get: { responses: { [status]: { description: '', ...mark } } } } } };
    };
    const [found] = compareAssumptions(answering(own, { 'x-evidence': 'assumed' }), answering(other, {}));
    expect(found?.agreement).toBe(agreement);
  });
});
