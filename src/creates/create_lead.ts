import * as zod from 'zod/mini';
import { createAction } from '../builders/create.ts';
import { required } from '../forms/kinds.ts';
import { filled } from '../lib/guards.ts';
import { lead, leadForm } from '../records/lead.ts';

/** Creates a lead. A running Zap loses none over a detail: what cannot be read stands in the lead's notes. */
export const createLead = createAction({
  kind: lead,
  description: 'Creates a new lead.',
  form: zod.object({ ...leadForm, customer_name: required(leadForm.customer_name) }),
  salvage: {
    form: zod.object(leadForm),
    details: [
      'customer_email',
      'customer_phone',
      'service_address',
      'city',
      'state',
      'zip',
      'service_interest',
      'source',
    ],
    notesKey: 'notes',
    name: {
      key: 'customer_name',
      from: ({ customer_phone, customer_email }, unread) => {
        const phone = filled(customer_phone);
        if (phone !== undefined) return `Caller ${phone}`;
        const reachable = unread.includes('customer_phone') || unread.includes('customer_email');
        return filled(customer_email) ?? (reachable ? 'Caller' : undefined);
      },
    },
  },
});
