import { table } from '../table.ts';
import { leadDelivery } from './delivery.ts';
import { createProber, type Probe, type Prober } from './growth_probe.ts';
import { withSandboxProcess, type SeededSandbox } from './sandbox_process.ts';
import { type Effort, type Goal, type Section } from './section.ts';
import { median } from './statistics.ts';

/** The cost of one operation for each number of records. */
interface Curve {
  name: string;
  points: { records: number; probe: Probe }[];
}

/** Measures searches, triggers and dropdowns in sandboxes with more and more records. */
export async function growth({ quick, report }: Effort): Promise<Section> {
  const sizes = quick ? [50, 200] : [100, 1_000, 10_000, 100_000];
  const curves: Curve[] = [];
  for (const records of sizes) {
    report(`growth: ${records} records`);
    const repeats = quick ? { few: 1, many: 1 } : { few: records > 1_000 ? 1 : 5, many: 9 };
    const probes = await withSandboxProcess(records, (sandbox) => probeAll(sandbox, repeats));
    for (const [name, probe] of probes) {
      const curve = curves.find((one) => one.name === name) ?? { name, points: [] };
      if (curve.points.length === 0) curves.push(curve);
      curve.points.push({ records, probe });
    }
  }
  return {
    title: 'Growth with the number of records',
    lines: curves.map(({ name, points }) => ({
      name,
      points: points.map(({ records, probe }) => ({ x: records, y: probe.ms })),
    })),
    goals: [...curves.filter(({ name }) => constant.has(name)).map(sameRequests), sameHeap(curves)],
    body: [
      'One step each in a sandbox with that many leads: requests, median time, and the most that was alive on the heap of the app beyond what was before it, looked at every ten pages. The time is mostly the sandbox and the platform. The tenth page of a dropdown finds its place in Zapier\'s cache; "forgotten" is without.',
      '![Time by number of records](performance-growth.svg)',
      table(
        ['operation', ...sizes.map((size) => `${size.toLocaleString('en')} records`)],
        curves.map(({ name, points }) => [name, ...points.map(({ probe }) => cell(probe))]),
      ),
      ...outOfTime(curves),
    ],
  };
}

const constant = new Set(['Lead in Status, a poll', 'New Lead, a delivery', 'dropdown, first page']);
const search = 'Find Lead, the very last match';

async function probeAll(
  sandbox: SeededSandbox,
  { few, many }: { few: number; many: number },
): Promise<[string, Probe][]> {
  const probe = createProber(sandbox.key);
  const find = 'searches.find_lead.operation.perform';
  const list = 'triggers.lead_list.operation.perform';
  const email = { inputData: { customer_email: sandbox.oldest.customer_email } };
  const nobody = { inputData: { customer_email: 'nobody@example.com' } };
  const tenth = { inputData: {}, meta: { page: 9 } };
  const poll = { inputData: { status: 'new' } };
  const delivery = leadDelivery(sandbox.newestId);
  const first = await measureRepeatedly(probe, list, { inputData: {} }, many);
  const forgotten = await probe(list, tenth, { forget: true });
  return [
    [search, await measureRepeatedly(probe, find, email, few)],
    ['Find Lead, no match', await measureRepeatedly(probe, find, nobody, few)],
    [
      'Lead in Status, a poll',
      await measureRepeatedly(probe, 'triggers.lead_in_status.operation.perform', poll, many),
    ],
    [
      'New Lead, a delivery',
      await measureRepeatedly(probe, 'triggers.new_lead.operation.perform', delivery, many),
    ],
    ['dropdown, first page', first],
    ['dropdown, tenth page', await measureRepeatedly(probe, list, tenth, many)],
    ['dropdown, tenth page, forgotten', forgotten],
  ];
}

// Takes the median time of several runs, and the heap from one more: measuring the heap would slow the others down.
async function measureRepeatedly(
  probe: Prober,
  method: string,
  bundle: Record<string, unknown>,
  times: number,
): Promise<Probe> {
  await probe('triggers.lead_list.operation.perform', { inputData: {} });
  const took: Probe[] = [];
  for (let run = 0; run < times; run += 1) took.push(await probe(method, bundle));
  const { heap } = await probe(method, bundle, { weigh: true });
  const [one = await probe(method, bundle)] = took;
  return { ...one, ms: median(took.map(({ ms }) => ms)), heap };
}

function sameRequests({ name, points }: Curve): Goal {
  const counts = points.map(({ probe }) => probe.requests);
  const met = new Set(counts).size === 1;
  return { what: `${name}: requests`, goal: 'constant', measured: counts.join(' → '), met };
}

function sameHeap(curves: Curve[]): Goal {
  const points = curves.find(({ name }) => name === search)?.points ?? [];
  const heaps = points.map(({ probe }) => probe.heap);
  const met = (heaps.at(-1) ?? Infinity) <= (heaps[1] ?? 0) + 1;
  const measured = points.map(({ probe }) => `${probe.heap.toFixed(1)} MiB`).join(' → ');
  return { what: 'search: memory, by number of pages', goal: 'constant, give or take 1 MiB', measured, met };
}

function cell({ requests, ms, heap, error }: Probe): string {
  const end = error === undefined ? '' : ', out of time';
  return `${requests} req, ${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms, ${heap.toFixed(1)} MiB${end}`;
}

function outOfTime(curves: Curve[]): string[] {
  const errors = new Set(curves.flatMap(({ points }) => points.map(({ probe }) => probe.error ?? '')));
  const said = [...errors].filter((error) => error !== '').map((error) => `> ${error}`);
  if (said.length === 0) return [];
  return ['Where the 25 s of a step run out, the step says so, as it should:', ...said];
}
