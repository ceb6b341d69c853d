import type { Form } from '../forms/labels.ts';
import type { Collection } from './collection.ts';

/** What the app was doing when a request failed: it decides which words help. */
export interface ErrorContext {
  /** The record in a person's words: "job". */
  noun: string;
  /** The scope that the request needs: "jobs:write". */
  scope: string;
  /** True, or `changes` for an update, when the API may have stored something. */
  writes?: boolean | 'changes' | undefined;
  /** True when one record is asked for by its id. */
  byId?: boolean;
  /** True when a write was sent and nobody knows how it ended. */
  isOpen?: boolean;
  /** True when an earlier run of the step has sent it before. */
  isLater?: boolean;
  /** True while a person waits in the editor and Zapier runs nothing again: connecting, turning a Zap on. */
  attended?: boolean;
  /** True while a delivery is read: Zapier runs it once more when it is told to wait. */
  delivery?: boolean;
  /** True in the connection test. */
  connecting?: boolean;
  /** The form whose labels name the fields. */
  form?: Form;
  /** What was sent: a refusal quotes its values. */
  body?: Record<string, unknown>;
}

/** The context of a read. */
export function readContext({ noun, path }: Collection): ErrorContext {
  return { noun, scope: `${path}:read` };
}

/** The context of a create or an update. */
export function writeContext(
  { noun, path }: Collection,
  form: Form,
  body: Record<string, unknown>,
): ErrorContext {
  return { noun, scope: `${path}:write`, writes: true, form, body };
}
