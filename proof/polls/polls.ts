import { command, readOptions } from '../../command_line/command.ts';
import { table } from '../table.ts';
import { pollCosts, type PollCost } from './poll_costs.ts';

const usage = {
  call: 'npm run -s polls',
  about:
    'Counts the requests of every polling trigger in accounts with 100, 1,000, 10,000 and 100,000 records of each kind.',
};

/** `npm run polls`: prints the table of docs/polling.md. */
export const pollsCommand = command(usage, async (args, { stdout }) => {
  readOptions(args, {});
  const costs: PollCost[] = [];
  for (const records of [100, 1_000, 10_000, 100_000]) costs.push(...(await pollCosts(records)));
  stdout.write(`${pollTable(costs)}\n`);
  return 0;
});

/** The requests of turning on, of the first poll and of a later one, by trigger and number of records. */
export function pollTable(costs: readonly PollCost[]): string {
  const sizes = [...new Set(costs.map(({ records }) => records))];
  const rows = [...new Set(costs.map(({ trigger }) => trigger))].map((trigger) => [
    trigger,
    ...sizes.map((size) => cell(costs.find((cost) => cost.trigger === trigger && cost.records === size))),
  ]);
  return table(['trigger', ...sizes.map((size) => `${size.toLocaleString('en')} records`)], rows);
}

function cell(cost: PollCost | undefined): string {
  return cost === undefined ? '' : `${cost.turningOn}, then ${cost.first}, then ${cost.later}`;
}
