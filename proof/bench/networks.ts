import { operations } from '../../scripts/definition.ts';
import { runEachOperation } from '../../scripts/run_each_operation.ts';
import { jobForm } from '../office/forms.ts';
import { openOffice, type Item, type Office } from '../office/office.ts';
import { watchNetworks, type NetworkWatch } from '../network_watch.ts';
import { table } from '../table.ts';
import { atMost, type Effort, type Section } from './section.ts';

const cacheMs = 40;
const apiMs = 60;

interface Waited {
  name: string;
  requests: number;
  watch: Pick<NetworkWatch, 'cacheCalls' | 'rounds'>;
}

/** Counts what each operation waits for, and what that takes where both networks are as slow as is usual. */
export async function networks({ report }: Effort): Promise<Section> {
  const office = await openOffice({ silent: true });
  try {
    report('running each operation');
    const runs = await runEachOperation(office);
    const each = operations.flatMap(({ key, label, hidden }) => {
      const run = runs[key];
      return run === undefined || hidden
        ? []
        : [{ name: label, requests: run.requests.length, watch: run.watch }];
    });
    report('running the cases of their own');
    const cases = await casesIn(office);
    const all = [...each, ...cases];
    const of = (name: string): Waited => {
      const found = all.find((one) => one.name === name);
      if (found === undefined) throw new Error(`Nothing was measured as ${name}.`);
      return found;
    };
    const msOf = (name: string): number => waitOf(of(name));
    const roundsOf = (name: string): number => of(name).watch.rounds().cache;
    return {
      title: 'What a step waits for',
      inShort: `**A step waits for networks** more than for anything of ours. Where Zapier's cache answers in ${cacheMs} ms and the API in ${apiMs}, Create Lead takes ${msOf('Create Lead')} ms, a delivery ${msOf('New Lead')}, Create Job for a new customer ${msOf(newCustomer)}, a dropdown ${msOf(firstPage)}.`,
      goals: [
        atMost('Create Lead, rounds of the cache', 2, roundsOf('Create Lead'), '', 0),
        atMost('Create Job for a new customer, rounds of the cache', 4, roundsOf(newCustomer), '', 0),
        atMost('New Lead, a delivery: rounds of the cache', 2, roundsOf('New Lead'), '', 0),
        atMost('third page of a dropdown, nothing remembered: requests', 3, of(thirdPage).requests, '', 0),
      ],
      body: [
        `Each operation ran once against the sandbox. Zapier's cache and the API are calls over a network: what is asked side by side is one round. The last column is what the rounds take when the cache answers in ${cacheMs} ms and the API in ${apiMs}. These are assumed, not measured; our own code is a few milliseconds beside them.`,
        table(
          ['operation', 'requests', 'their rounds', 'cache calls', 'their rounds ', 'ms'],
          all.map((one) => [
            one.name,
            one.requests,
            one.watch.rounds().api,
            one.watch.cacheCalls.length,
            one.watch.rounds().cache,
            waitOf(one),
          ]),
        ),
      ],
    };
  } finally {
    await office.close();
  }
}

const newCustomer = 'Create Job, for a new customer';
const firstPage = 'The first page of a dropdown';
const thirdPage = 'The third page of a dropdown, nothing remembered';

async function casesIn(office: Office): Promise<Waited[]> {
  office.sandbox.seed('leads', 1_000);
  const list = 'triggers.lead_list.operation.perform';
  const find = 'searches.find_lead.operation.perform';
  const cases: [name: string, method: string, bundle: Item][] = [
    [
      newCustomer,
      'creates.create_job.operation.perform',
      { inputData: { ...jobForm, customer_email: 'new@example.com' } },
    ],
    [
      'New Lead, turned on',
      'triggers.new_lead.operation.performSubscribe',
      { targetUrl: 'https://hooks.zapier.com/1/2/' },
    ],
    ['The connection test', 'authentication.test', {}],
    [firstPage, list, {}],
    [thirdPage, list, { meta: { page: 2 } }],
    ['Find Lead, nobody among 1,000', find, { inputData: { customer_email: 'nobody@example.org' } }],
  ];
  const waited: Waited[] = [];
  for (const [name, method, bundle] of cases) {
    office.platform.forget();
    office.sandbox.clearJournal();
    const watch = watchNetworks();
    await office.platform.run(method, { inputData: {}, ...bundle }, { equip: watch.equip });
    waited.push({ name, requests: office.requests().length, watch });
  }
  return waited;
}

function waitOf({ watch }: Waited): number {
  const { api, cache } = watch.rounds();
  return api * apiMs + cache * cacheMs;
}
