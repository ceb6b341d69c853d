import type { RawRequest } from '../../workbench/hook_server.ts';
import type { GenuineDelivery } from './genuine_deliveries.ts';
import { forgeries } from './forgeries.ts';
import { aMegabyte, firing, laterBy, silent } from './oddities.ts';

/** What a trigger has to do with a delivery: start the Zap once, start nothing, or refuse it as forged. */
export type Expected = 'fires' | 'silent' | 'refused';

/** One way in which a delivery arrives. */
export interface DeliveryCase {
  name: string;
  expected: Expected;
  make: (caught: GenuineDelivery, other: GenuineDelivery) => RawRequest;
  /** How often it arrives; once unless said. */
  times?: number;
  /** How many of the genuine deliveries it is tried on, from 0 to 1; all unless said. */
  share?: number;
  /** True when its record is deleted before it arrives. */
  deleted?: boolean;
}

const asSent = ({ rawRequest }: GenuineDelivery): RawRequest => rawRequest;
const named = (expected: Expected, makers: Record<string, DeliveryCase['make']>): DeliveryCase[] =>
  Object.entries(makers).map(([name, make]) => ({ name, expected, make }));

/** Every way in which deliveries arrive. Their order is the campaign's to shuffle. */
export const deliveryCases: readonly DeliveryCase[] = [
  { name: 'as it was sent', expected: 'fires', make: asSent },
  { name: 'repeated', expected: 'fires', make: laterBy(1), times: 3 },
  { name: 'its record deleted meanwhile', expected: 'fires', make: laterBy(2), deleted: true },
  { name: 'a body of 1 MB', expected: 'fires', make: aMegabyte, share: 0.2 },
  ...named('fires', firing),
  ...named('silent', silent),
  ...named('refused', forgeries),
];
