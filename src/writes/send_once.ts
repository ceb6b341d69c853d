import { ApiError } from '../api/api_error.ts';
import type { ErrorContext } from '../api/error_context.ts';
import { withZapierErrors } from '../api/zapier_error.ts';
import { otherRunBusy, savedUnseen, usedReference } from '../errors/write_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { NoRecord } from './no_record.ts';
import { writeOnce, type Write } from './write_once.ts';
import type { WriteWorld } from './write_world.ts';

/**
 * Does a write once, and puts into words how it ended when there is no record.
 * @throws ApiError when the API refused it; the errors of `zapierError` and of `write_error.ts`
 */
export async function sendOnce(context: ErrorContext, world: WriteWorld, write: Write): Promise<ApiRecord> {
  try {
    return await writeOnce(world, write);
  } catch (error) {
    if (!(error instanceof NoRecord)) throw error;
    const { noun } = context;
    if (error.because === 'saved') throw savedUnseen(noun);
    if (error.because === 'other details') throw usedReference();
    if (error.because === 'busy') throw otherRunBusy(noun);
    const answer = error.error ?? new ApiError({ status: 0, content: '' });
    if (error.because === 'refused') throw answer;
    const open = { ...context, isOpen: true, isLater: error.isLater };
    return withZapierErrors(open, () => Promise.reject(answer));
  }
}
