import type { ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import type { Collection } from '../api/collection.ts';
import { send } from '../api/request.ts';
import { pageIn } from '../api/response.ts';
import type { ApiRecord } from '../records/api_record.ts';

/** The webhooks that are registered in CleanEstimate Pro, as requests need them. */
export const destinations: Collection = { noun: 'webhook', path: 'webhooks' };

/**
 * Lists the registered destinations. Documented: they are not paginated.
 * @returns undefined when they cannot be listed, as with a key that may only write
 */
export async function listDestinations(z: ZObject): Promise<ApiRecord[] | undefined> {
  try {
    const { data } = await send(z, { method: 'GET', path: [destinations.path] });
    const page = pageIn(data, Number.POSITIVE_INFINITY, destinations);
    return page === undefined || page.unreadable > 0 ? undefined : page.records;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/**
 * Removes a destination. One that is gone already (404, 410) is done; where the API cannot remove destinations (405),
 * the log says so.
 * @throws ApiError for anything else
 */
export async function removeDestination(z: ZObject, id: string): Promise<void> {
  try {
    await send(z, { method: 'DELETE', path: [destinations.path, id] });
  } catch (error) {
    if (!(error instanceof ApiError) || ![404, 405, 410].includes(error.status)) throw error;
    if (error.status === 405)
      z.console.log(`CleanEstimate Pro cannot remove the webhook ${id}: remove it there by hand.`);
  }
}

/**
 * Removes the destinations of these addresses. One that cannot be removed stays, and the log names it.
 * @param except the one to keep
 */
export async function removeAt(
  z: ZObject,
  listed: readonly ApiRecord[],
  urls: readonly string[],
  except?: string,
): Promise<void> {
  const leftOver = listed.filter(({ id, url }) => id !== except && urls.includes(String(url)));
  for (const { id } of leftOver) {
    try {
      await removeDestination(z, id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      z.console.log(`The webhook ${id} could not be removed: remove it in CleanEstimate Pro by hand.`);
    }
  }
}
