import * as zod from 'zod/mini';
import { statusChoice } from '../forms/choice_kinds.ts';
import { lead } from '../records/lead.ts';
import { equals } from '../builders/filters.ts';
import { left } from '../builders/happened.ts';
import { instantTrigger } from '../builders/instant.ts';

const { statuses: choices } = lead;

/** A lead that moved on, or was lost. */
export const leadStatusChanged = instantTrigger({
  key: 'lead_status_changed',
  label: 'Lead Status Changed',
  description: 'Triggers when the status of a lead changes.',
  event: 'lead.status_changed',
  kind: lead,
  happened: left(lead, 'new'),
  filters: [
    equals(
      'status',
      statusChoice({
        label: 'New Status',
        helpText: 'Only changes to this status, such as Lost. Leave blank for all.',
        choices,
      }),
    ),
  ],
  extra: {
    form: zod.object({ previous_status: statusChoice({ label: 'Previous Status', choices }) }),
    example: { previous_status: 'new', status: 'appointment_scheduled' },
  },
});
