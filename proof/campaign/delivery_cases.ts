import type { RawRequest } from '../../workbench/hook_server.ts';
import type { GenuineDelivery } from './genuine_deliveries.ts';
import { forgeries } from './forgeries.ts';
import { aMegabyte, firing, laterBy, silent } from './oddities.ts';

/** What a trigger must do with a delivery: fire once, not fire, or refuse it as forged. */
export type Expected = 'fires' | 'silent' | 'refused';

/** One way in which a delivery can arrive, and what must come of it. */
export interface DeliveryCase {
  name: string;
  expected: Expected;
  make: (caught: GenuineDelivery, other: GenuineDelivery) => RawRequest;
  /** How many times it arrives; once when absent. */
  times?: number;
  /** The share of the genuine deliveries that it is tried with, from 0 to 1; all when absent. */
  share?: number;
  /** True when the record is deleted before the delivery arrives. */
  deleted?: boolean;
}

const asSent = ({ rawRequest }: GenuineDelivery): RawRequest => rawRequest;
const named = (expected: Expected, makers: Record<string, DeliveryCase['make']>): DeliveryCase[] =>
  Object.entries(makers).map(([name, make]) => ({ name, expected, make }));

// With the timestamp of another they would be the same event, however they are written, and fire once together.
function ownEvents(makers: typeof firing): typeof firing {
  const entries = Object.entries(makers).map(([name, make], index) => {
    const ofItsOwn: typeof make = (caught) => make({ ...caught, rawRequest: laterBy(3 + index)(caught) });
    return [name, ofItsOwn] as const;
  });
  return Object.fromEntries(entries);
}

/** Every way in which a delivery can arrive. The campaign shuffles them. */
export const deliveryCases: readonly DeliveryCase[] = [
  { name: 'as it was sent', expected: 'fires', make: asSent },
  { name: 'repeated', expected: 'fires', make: laterBy(1), times: 3 },
  { name: 'its record deleted meanwhile', expected: 'fires', make: laterBy(2), deleted: true },
  { name: 'a body of 1 MB', expected: 'fires', make: aMegabyte, share: 0.2 },
  ...named('fires', ownEvents(firing)),
  ...named('silent', silent),
  ...named('refused', forgeries),
];
