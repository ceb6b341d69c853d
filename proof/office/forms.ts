// Input for the create actions, with every field filled in but Unique Reference, spelled as people type it.

/** For Create Lead. */
export const leadForm = {
  customer_name: 'Taylor Morgan',
  customer_email: 'taylor@example.com',
  customer_phone: '(704) 555-0123',
  service_address: '123 Main St',
  city: 'Charlotte',
  state: 'North Carolina',
  zip: '28202',
  service_interest: ['House Wash'],
  notes: 'Saturday, please',
  source: 'Website',
};

/** For Create Client. */
export const clientForm = {
  name: 'Taylor Morgan',
  email: 'taylor@example.com',
  phone: '(704) 555-0123',
  address_line1: '123 Main St',
  city: 'Charlotte',
  state: 'nc',
  zip: '28202',
  status: 'Active',
  notes: 'Text first',
};

/** For Create Job, without the customer: add `client_id`, or `customer_email` and `customer_phone`. */
export const jobForm = {
  customer_name: 'Taylor Morgan',
  service_type: 'House Wash',
  scheduled_date: '03/20/2026',
  scheduled_time_start: '9am',
  scheduled_time_end: '11:00 AM',
  service_address: '123 Main St',
  service_city: 'Charlotte',
  service_state: 'North Carolina',
  service_zip: '28202',
  notes: 'Call first',
  access_notes: 'Side gate, code 4421',
  special_instructions: 'Park on the street',
};

/** For Create Estimate. */
export const estimateForm = {
  customer_name: 'Taylor Morgan',
  customer_email: 'taylor@example.com',
  customer_phone: '(704) 555-0123',
  address_line1: '123 Main St',
  city: 'Charlotte',
  state: 'North Carolina',
  zip: '28202',
  services: [{ service_slug: 'House Wash', sqft: '2,400', stories: '2' }],
  dirtiness_level: 'Light',
};
