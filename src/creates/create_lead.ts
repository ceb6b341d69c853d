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
    details: [...Object.keys(leadForm), 'unique_reference'],
    notesKey: 'notes',
    name: {
      key: 'customer_name',
      from: ({ customer_phone, customer_email }, unread) => {
        const phone = filled(customer_phone);
        if (phone !== undefined) return `Caller ${phone}`;
        const isSomebody = ['customer_name', 'customer_phone', 'customer_email'].some((key) =>
          unread.includes(key),
        );
        return filled(customer_email) ?? (isSomebody ? 'Caller' : undefined);
      },
    },
  },
});
