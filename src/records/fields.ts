import type { Choice } from '../forms/field_meta.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { email, longText, moment, personName, phone, recordId, state, text, zip } from '../forms/kinds.ts';
import type { QuantityRule } from '../forms/readers/quantity.ts';

/*
 * The fields that several kinds of records share: one label and one help text each.
 */

/**
 * Makes the choices of a dropdown out of the labels that the product shows.
 * Assumed: the API writes a label in lower case with underscores.
 */
export function choices(...labels: string[]): Choice[] {
  return labels.map((label) => ({ value: label.toLowerCase().replace(/ /g, '_'), label }));
}

/** How forgiving a field is, in words. */
export const help = {
  name: 'First and last name. Map both, with a space between, when they come apart.',
  phone: 'Any spelling works: (704) 555-0123 is saved as +17045550123. Of several numbers the first counts.',
  state: 'The name, the two letters or a usual abbreviation: North Carolina, NC or N. Carolina.',
};

/** How forgiving a field is that is searched by: a search saves nothing. */
export const searchHelp = {
  name: 'First and last name. Case and spacing do not matter.',
  email: 'Case does not matter.',
  phone: 'Any spelling finds it: (704) 555-0123 is the same as +17045550123.',
  number: 'Such as 1042, or as CleanEstimate Pro writes it.',
};

/** What a number of square feet may be: below 10 it is one that was cut at its comma. */
export const squareFeet: QuantityRule = {
  least: 10,
  units: ['sqft', 'sf', 'ft2', 'sqfeet', 'squarefeet', 'squarefoot', 'sqfoot'],
};

/** What a number of stories may be. */
export const storyCount: QuantityRule = {
  least: 1,
  whole: true,
  units: ['story', 'stories', 'floor', 'floors'],
};

/** What every record has. */
export const identity = (statuses: readonly Choice[]) => ({
  id: recordId({ label: 'ID' }),
  status: statusChoice({ label: 'Status', choices: statuses }),
});

/** When a record came and when it last changed. */
export const dates = {
  created_at: moment({ label: 'Created At' }),
  updated_at: moment({ label: 'Updated At' }),
};

/** Whom a lead, an estimate, a job or an invoice is for. */
export const customer = {
  customer_name: personName({ label: 'Customer Name', helpText: help.name }),
  customer_email: email({ label: 'Customer Email' }),
  customer_phone: phone({ label: 'Customer Phone', helpText: help.phone }),
};

/** Town, state and ZIP, under the names that leads, clients and estimates use. */
export const place = {
  city: text({ label: 'City' }),
  state: state({ label: 'State', helpText: help.state }),
  zip: zip({ label: 'ZIP Code' }, 'state'),
};

/** The street of a customer, under the name that clients and estimates use. */
export const addressLine1 = text({ label: 'Street Address', helpText: 'House number and street.' });

/** The street of the work, under the name that leads and jobs use. */
export const serviceAddress = text({
  label: 'Service Address',
  helpText: 'House number and street of the work.',
});

/** What people write down about a record. */
export const notes = longText({ label: 'Notes' });

/** What people call an estimate, a job or an invoice by. */
export const number = text({ label: 'Number' });
