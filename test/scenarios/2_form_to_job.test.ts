import { expect, test } from '@jest/globals';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

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
