/** A change that breaks the app, and the tests that must fail because of it. */
export interface Mutant {
  /** What would go wrong for a person. */
  harm: string;
  file: string;
  /** A piece of code that occurs exactly once in the file. */
  code: string;
  /** What replaces it. */
  broken: string;
  /** A part of the paths of the test files, as an argument for jest. */
  tests: string;
}

/** Changes that once passed all tests, each with the test that fails for it now. */
export const mutants: readonly Mutant[] = [
  {
    harm: 'an API that says when to come back is asked again at once',
    file: 'src/api/request.ts',
    code: ' || first.retryAfter !== undefined',
    broken: '',
    tests: 'test/api/request',
  },
  {
    harm: 'a gateway that fails twice frees the key of a write that may be saved',
    file: 'src/api/request.ts',
    code: 'second.status === 500 && second.isApiTrouble',
    broken: 'second.isApiTrouble',
    tests: 'test/writes',
  },
  {
    harm: 'half of a double click becomes a second record',
    file: 'src/writes/write_key.ts',
    code: 'const keep = (): Promise<unknown> => remember({ key, generation: 0, since });',
    broken: 'const keep = doNothing;',
    tests: 'test/writes',
  },
  {
    harm: 'a delivery with a moment in it is taken for the whole record, and starts a Zap with nulls',
    file: 'src/webhooks/delivered_record.ts',
    code: ' && kind.contactKeys.name in delivered',
    broken: '',
    tests: 'test/webhooks',
  },
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
    file: 'src/builders/quiet_time.ts',
    code: 'hash(zapId, ',
    broken: 'hash(',
    tests: 'test/scenarios/a_zap',
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
  {
    harm: 'a total that is no number is lost to the minimum',
    file: 'src/builders/filters.ts',
    code: '!(Number(total) < Number(wanted))',
    broken: 'Number(total) >= Number(wanted)',
    tests: 'test/builders/instant',
  },
  {
    harm: 'all steps that wait come back at the same moment',
    file: 'src/api/zapier_error.ts',
    code: '(1 + Math.random() / 4)',
    broken: '1',
    tests: 'test/api/request',
  },
  {
    harm: 'an address that no mail server takes is saved',
    file: 'src/forms/readers/email.ts',
    code: 'plain.length <= 254 && ',
    broken: '',
    tests: 'test/creates/create_lead',
  },
  {
    harm: 'a job that ends when it starts is saved',
    file: 'src/records/job_schedule.ts',
    code: 'if (end > start) return;',
    broken: 'if (end >= start) return;',
    tests: 'test/creates/create_job',
  },
  {
    harm: 'a Zap whose webhook is gone cannot be turned off',
    file: 'src/webhooks/subscription.ts',
    code: '[404, 405, 410]',
    broken: '[404, 405]',
    tests: 'test/webhooks',
  },
];
