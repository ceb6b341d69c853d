import type { ApiError } from '../api/api_error.ts';

/**
 * Why a write gives no record. `refused`: the API said no. `unknown`: nobody knows. `saved`: it was saved and is not
 * shown. `other details`: its Unique Reference wrote something else. `busy`: another run of it has not ended.
 */
export type Reason = 'refused' | 'unknown' | 'saved' | 'other details' | 'busy';

/** How a write ended that gives no record. */
export class NoRecord extends Error {
  override readonly name = 'NoRecord';
  readonly because: Reason;
  /** What the API answered last. */
  readonly error: ApiError | undefined;
  /** True when an earlier run had sent it before. */
  readonly isLater: boolean;

  /** What was looked up for the write, and sent with it. */
  readonly lookedUp: Record<string, string>;

  constructor(because: Reason, error?: ApiError, isLater = false, lookedUp: Record<string, string> = {}) {
    super(because);
    this.because = because;
    this.error = error;
    this.isLater = isLater;
    this.lookedUp = lookedUp;
  }
}
