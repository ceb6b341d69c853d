import { choice } from '../forms/choice_kinds.ts';
import { text } from '../forms/kinds.ts';
import { lead } from '../records/lead.ts';
import { serviceChoices } from '../records/services.ts';
import { equals } from '../builders/filters.ts';
import { instantTrigger } from '../builders/instant.ts';

/** A new lead. */
export const newLead = instantTrigger({
  key: 'new_lead',
  label: 'New Lead',
  description: 'Triggers when a new lead comes in.',
  event: 'lead.created',
  kind: lead,
  filters: [
    equals(
      'source',
      text({
        label: 'Source',
        helpText: 'Only leads from this source, such as Facebook. Leave blank for all.',
      }),
    ),
    equals(
      'service_interest',
      choice({
        label: 'Service of Interest',
        helpText: 'Only leads that ask for this service. Leave blank for all.',
        choices: serviceChoices('-'),
      }),
    ),
  ],
});
