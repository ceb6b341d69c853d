import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { collectGarbage } from '../garbage.ts';
import { leadForm } from '../office/forms.ts';
import { leadDelivery } from './delivery.ts';

// A script for `memory`: runs steps in stages against the sandbox that CEPRO_API_URL names, and prints what is alive after
// each, one line of JSON. In a process of its own, since the platform ends one that holds more than 450 MB.
const [, , stages = '', stepsEach = '', key = '', newestId = ''] = process.argv;
const mib = 1024 * 1024;
// What the app logs is no part of what it keeps.
Reflect.set(console, 'log', () => undefined);

const platform = createPlatform(App, { api_key: key });
const find = { inputData: { lead_id: newestId } };
const runs: ((index: number) => Promise<unknown>)[] = [
  () => platform.run('triggers.new_lead.operation.perform', leadDelivery(newestId)),
  () => platform.run('triggers.lead_in_status.operation.perform', { inputData: { status: 'new' } }),
  () => platform.run('searches.find_lead.operation.perform', find),
  (index) => {
    const inputData = { ...leadForm, notes: `Form ${index}` };
    return platform.run('creates.create_lead.operation.perform', { inputData });
  },
];

for (let stage = 1; stage <= Number(stages); stage += 1) {
  for (let index = 0; index < Number(stepsEach); index += 1) {
    await runs[index % runs.length]?.(index);
    // Zapier's cache is no part of the process.
    platform.forget();
  }
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const weight = { steps: stage * Number(stepsEach), heap: heapUsed / mib, whole: rss / mib };
  process.stdout.write(`${JSON.stringify(weight)}\n`);
}
