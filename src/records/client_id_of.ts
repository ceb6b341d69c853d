import { idText, isObject } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';

/**
 * The client that a job or an invoice is for. Documented: `client_id`. Read too: the id of a client within the record.
 * @returns undefined when it does not say
 */
export function clientIdOf({ client_id, client, customer }: ApiRecord): string | undefined {
  const [person] = [client, customer].filter(isObject);
  return idText(client_id) ?? idText(person?.id);
}
