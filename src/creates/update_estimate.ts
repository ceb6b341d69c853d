import * as zod from 'zod/mini';
import { choice, onlyChoice } from '../forms/choice_kinds.ts';
import { quantity } from '../forms/kinds.ts';
import { estimate, estimateForm } from '../records/estimate.ts';
import { choices, squareFeet, storyCount } from '../records/fields.ts';
import { updateAction } from '../builders/update.ts';

const { assigned_rep_id, source, expires_at } = estimate.schema.shape;

/** Changes an estimate's customer, address, property, sales rep, expiry, or draft and sent: never its prices. */
export const updateEstimate = updateAction({
  kind: estimate,
  form: zod.object({
    status: onlyChoice({
      label: 'Status',
      helpText: 'Draft or Sent. The other statuses come from what the customer does.',
      choices: choices('Draft', 'Sent'),
    }),
    ...estimateForm,
    assigned_rep_id,
    source,
    expires_at,
    // Documented: that property details may change. Assumed: how they are spelled.
    square_footage: quantity({ label: 'Property Square Footage' }, squareFeet),
    stories: quantity({ label: 'Property Stories' }, storyCount),
    // Assumed, like the rest: no page says the unit of a lot.
    lot_size: quantity(
      {
        label: 'Lot Size in Square Feet',
        helpText: 'Such as 8,500. An acre is 43,560 square feet.',
      },
      squareFeet,
    ),
    year_built: quantity({ label: 'Year Built' }, { least: 1600, whole: true }),
    roof_square_feet: quantity({ label: 'Roof Square Feet' }, squareFeet),
    gutter_linear_feet: quantity(
      { label: 'Gutter Linear Feet' },
      { least: 1, units: ['ft', 'feet', 'linearfeet', 'lf'] },
    ),
    siding_type: choice({
      label: 'Siding Type',
      choices: [
        ...choices('Wood', 'Vinyl'),
        { value: 'fiber-cement', label: 'Fiber Cement' },
        ...choices('Brick', 'Stone', 'Stucco', 'Aluminum', 'Composite', 'Other'),
      ],
    }),
    roof_type: choice({
      label: 'Roof Type',
      choices: choices('Asphalt Shingle', 'Metal', 'Tile', 'Slate', 'Other'),
    }),
  }),
  notClearable: ['status', 'customer_name'],
});
