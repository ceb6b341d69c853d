import type { Mutant } from './mutant.ts';

/** Changes of polls that once passed all tests, each with the test that fails for it now. */
export const pollMutants: readonly Mutant[] = [
  {
    harm: 'without a sort by the last change, a status trigger sees the newest hundred of all statuses only',
    file: 'src/api/polled.ts',
    code: 'filtersByStatus === true ? { status } : {}',
    broken: '{}',
    tests: 'test/api/request',
  },
  {
    harm: 'what fell due some hours before the newest hundred never fires',
    file: 'src/builders/waiting.ts',
    code: 'const againDays = 2;',
    broken: 'const againDays = 0;',
    tests: 'test/triggers/estimate_awaiting',
  },
  {
    harm: 'a second Zap on the same trigger does not see what the first one saw fall due',
    file: 'src/builders/zap_slot.ts',
    code: 'hash(zapId, ',
    broken: 'hash(',
    tests: 'test/scenarios/a_zap',
  },
  {
    harm: 'a job that is moved reminds nobody again',
    file: 'src/builders/polling.ts',
    code: "['id', ...onceFor]",
    broken: '[]',
    tests: 'test/scenarios/reminders',
  },
  {
    harm: 'a hundred jobs without a date hide all that are ahead',
    file: 'src/api/polled.ts',
    code: " && this.#wanted.by !== 'scheduled_date';",
    broken: ';',
    tests: 'test/api/undated_jobs',
  },
  {
    harm: 'a lead that was lost a year ago starts the Zap when somebody adds a note',
    file: 'src/builders/in_status.ts',
    code: "purpose === 'turning on' ? -Infinity : Date.now() - dayMs",
    broken: 'Date.now() - dayMs',
    tests: 'test/scenarios/a_zap',
  },
  {
    harm: 'a row without a date hides what stands behind it',
    file: 'src/api/newest_first.ts',
    code: 'if (date === undefined) return;',
    broken: 'if (date === undefined) { this.last = -Infinity; return; }',
    tests: 'test/api/polled',
  },
];
