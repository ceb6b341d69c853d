import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fillOffice } from '../../proof/office/records.ts';
import { openOffice } from '../support/office.ts';
import { outcomeOf, type Difference } from './differences.ts';
import { numericId } from '../../sandbox/written.ts';
import { instantTrials, jobTrial, readingTrials, writingTrials, type Trial } from './trials.ts';

/** What came of a trial: "works", or the sentence of its error. */
type Results = Map<string, { trial: Trial; result: string }>;

async function tryOut(trials: Trial[], results: Results): Promise<void> {
  await Promise.all(
    trials.map(async (trial) => {
      const result = await trial.run().then(
        () => 'works',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      results.set(`${trial.part}: ${trial.key}`, { trial, result });
    }),
  );
}

/** Runs every operation under each of these ways to answer, and holds the app to what is to come of it. */
export function tour(differences: readonly Difference[]): void {
  describe.each(differences)('when CleanEstimate Pro $what', (difference) => {
    const office = openOffice(
      { quirks: difference.quirks },
      { requests: difference.quirks.numericIds !== true },
    );
    const results: Results = new Map();

    beforeAll(async () => {
      // Keeps the output clean: when webhooks cannot be removed, turning a Zap off writes that to the log.
      const log = jest.spyOn(console, 'log').mockReturnValue();
      const { crowd = 0 } = difference;
      for (const name of ['clients', 'leads', 'estimates', 'jobs', 'invoices'] as const) {
        office.sandbox.seed(name, crowd, () => ({
          created_at: new Date(Date.now() - 86_400_000).toISOString(),
        }));
      }
      const filled = await fillOffice(office);
      const id = difference.quirks.numericIds === true ? numericId(filled.invoice.id) : filled.invoice.id;
      // The invoice is made in the product, which knows nothing of quirks.
      const records = { ...filled, invoice: { ...filled.invoice, id: String(id) } };
      await tryOut(readingTrials(office, records), results);
      await tryOut([jobTrial(office, records)], results);
      await tryOut([...writingTrials(office, records), ...(await instantTrials(office, records))], results);
      log.mockRestore();
      // A machine that does much at once takes its time.
    }, 60_000);

    test('every operation works, or says what is the matter', () => {
      const others = [...results.values()].flatMap(({ trial: { part, key }, result }) => {
        const expected = outcomeOf(difference, part, key);
        const words = expected === 'works' ? 'works' : 'says' in expected ? expected.says : expected.lacks;
        const isExpected = expected === 'works' ? result === words : result.includes(words);
        return isExpected ? [] : [`${part}, ${key}: ${result}`];
      });

      expect(others).toEqual([]);
    });
  });
}
