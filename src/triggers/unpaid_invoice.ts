import * as zod from 'zod/mini';
import { dateOf } from '../api/newest_first.ts';
import { spanField } from '../builders/span_field.ts';
import { waitingTrigger } from '../builders/waiting.ts';
import { invoice } from '../records/invoice.ts';
import { isOwed, dueDayOf } from '../records/owed.ts';

const defaultDays = 1;
const unpaid = ['sent', 'viewed', 'partial', 'overdue'];
// A day has come everywhere in the United States, and people are at work.
const morningMs = 14 * 60 * 60 * 1000;

/** An invoice that is not paid in full some days after it was due. */
export const unpaidInvoice = waitingTrigger({
  key: 'unpaid_invoice',
  label: 'Unpaid Invoice',
  description: 'Triggers when an invoice is still unpaid some days after its due date.',
  kind: invoice,
  form: zod.object({
    days: spanField(
      { usual: defaultDays },
      {
        label: 'Days Past Due',
        helpText:
          'Days after the due date, or after it was created when it has none. For a second reminder make a second Zap with more days.',
      },
    ),
  }),
  daysOf: ({ days = defaultDays }) => days,
  statusesOf: () => unpaid,
  waits: isOwed,
  startOf: (record) => {
    const day = dueDayOf(record);
    return day === undefined ? dateOf(record, 'created_at') : day + morningMs;
  },
  by: 'created_at',
  // An invoice for spring may be written in autumn.
  leadDays: 180,
});
