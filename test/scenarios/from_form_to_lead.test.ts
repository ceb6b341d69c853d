import { describe, expect, test } from '@jest/globals';
import { leadForm } from '../../proof/office/forms.ts';
import { formToLead } from '../../workbench/zaps.ts';
import { type Item, openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

describe('a website form to a lead', () => {
  const office = openOffice();
  const zaps = openZaps(office);
  const submission = (id: string): Item => ({
    response: {
      id,
      answers: {
        name: { first: 'Taylor', last: 'Morgan' },
        phone: '(704) 555-0123',
        address: { street: '123 Main St', city: 'Charlotte', state: 'North Carolina', zip: '28202' },
        service: 'House Wash',
      },
    },
  });

  test('a website form becomes a lead: once for each submission, however often it is delivered', async () => {
    const zap = await zaps.on(formToLead);

    await zaps.post(zap, submission('response-1'));
    await zaps.post(zap, submission('response-1'));
    await zaps.post(zap, submission('response-2'));
    await zap.off();

    expect(zap.runs.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    const leads = office.sandbox.records('leads');
    expect(leads).toHaveLength(2);
    expect(leads[0]).toMatchObject({
      customer_name: 'Taylor Morgan',
      customer_phone: '+17045550123',
      state: 'NC',
    });
  });
});

describe('a new lead to an alert', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('a new lead from Facebook is told with name, phone and address in one line; others use no task', async () => {
    const zap = await zaps.on({
      name: 'New Lead → alert',
      trigger: { key: 'new_lead', input: { source: 'Facebook' } },
      steps: [],
    });

    await office.create('create_lead', leadForm);
    await office.create('create_lead', { ...leadForm, source: 'facebook' });
    await zaps.settled();
    await zap.off();

    expect(zap.runs).toHaveLength(1);
    expect(zap.runs[0]?.given.trigger).toMatchObject({
      customer_name: 'Taylor Morgan',
      customer_phone: '+17045550123',
      full_address: '123 Main St, Charlotte, NC 28202',
    });
  });
});

describe('a lost lead to a win-back', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('a lost lead starts a win-back; other changes use no task', async () => {
    const zap = await zaps.on({
      name: 'Lead lost → win-back',
      trigger: { key: 'lead_status_changed', input: { status: 'Lost' } },
      steps: [],
    });
    const { id } = await office.create('create_lead', leadForm);

    for (const status of ['appointment_scheduled', 'lost', 'new']) {
      await office.act(`leads/${String(id)}/status`, { status });
    }
    await zaps.settled();
    await zap.off();

    // By the time it is read the lead has moved on: the item says what the event was about.
    expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
      { id, status: 'lost', previous_status: 'appointment_scheduled', customer_name: 'Taylor Morgan' },
    ]);
  });
});

describe('a form to a job', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('a form becomes a job with its client: one of each, however often the step is replayed', async () => {
    const zap = await zaps.on({
      name: 'Form → Create Job',
      trigger: 'catch_hook',
      steps: [
        {
          name: 'job',
          does: 'creates.create_job',
          input: {
            customer_name: '{{trigger.name}}',
            customer_email: '{{trigger.email}}',
            service_type: 'house_wash',
            scheduled_date: '{{trigger.day}}',
            scheduled_time_start: '{{trigger.time}}',
            service_address: '{{trigger.street}}',
          },
        },
      ],
    });
    office.sandbox.setFaults([{ kind: 'drop_after', method: 'POST', times: 4 }]);

    const form = {
      name: 'Taylor Morgan',
      email: 'taylor@example.com',
      day: '03/20/2026',
      time: '9:00 AM',
      street: '1 Main St',
    };
    await zaps.post(zap, form);
    const [run] = zap.runs;
    for (let replays = 0; run !== undefined && run.status !== 'done' && replays < 5; replays += 1)
      await zap.replay(run);
    await zap.off();

    expect(run?.given.job).toMatchObject({ scheduled_date: '2026-03-20', scheduled_time_start: '09:00:00' });
    expect(office.sandbox.records('clients')).toHaveLength(1);
    expect(office.sandbox.records('jobs')).toHaveLength(1);

    await zaps.post(await zaps.on({ name: 'Again', trigger: 'catch_hook', steps: [] }), form);
    expect(office.sandbox.records('jobs')[0]?.client_id).toBe(office.sandbox.records('clients')[0]?.id);
  });
});
