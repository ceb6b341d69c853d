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
    harm: 'a delivery with a name and a moment is taken for the whole record, and starts a Zap with nulls',
    file: 'src/webhooks/hydrated_record.ts',
    code: 'hasAll &&',
    broken: '',
    tests: 'test/webhooks/hydrated',
  },
  {
    harm: 'of two attempts at once that each got one mark, none starts the Zap',
    file: 'src/webhooks/delivery_memory.ts',
    code: ' || holder.content === content',
    broken: '',
    tests: 'test/webhooks/repeated',
  },
  {
    harm: 'who repeats a delivery after its mark is gone starts the Zap again',
    file: 'src/webhooks/delivery_memory.ts',
    code: 'oldestMs + aheadMs',
    broken: 'oldestMs',
    tests: 'test/webhooks/repeated',
  },
  {
    harm: 'a deleted record sends all others of an hour to the list',
    file: 'src/webhooks/look_up.ts',
    code: 'if (listed !== undefined || answer !== 404) ',
    broken: '',
    tests: 'test/webhooks/hydrated',
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
    tests: 'test/triggers/upcoming_job',
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
    code: ' ?? Infinity',
    broken: ' ?? 0',
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
    file: 'src/webhooks/destinations.ts',
    code: '[404, 405, 410]',
    broken: '[404, 405]',
    tests: 'test/webhooks',
  },
  {
    harm: 'a step that dies in the middle is another record when it is replayed',
    file: 'src/writes/place.ts',
    code: "if (added) return { ...alone, role: 'first' };",
    broken: "if (added) return cache.delete(slot).then(() => ({ ...alone, role: 'first' }));",
    tests: 'test/writes',
  },
  {
    harm: 'a write that still runs is taken for refused, and made again',
    file: 'src/writes/answer.ts',
    code: '[401, 403, 408, 409, 425, 429]',
    broken: '[401, 403, 408, 425, 429]',
    tests: 'test/writes',
  },
  {
    harm: 'one reference in two actions is one write',
    file: 'src/writes/write_memory.ts',
    code: 'hash(action, uniqueReference, generation)',
    broken: 'hash(uniqueReference, generation)',
    tests: 'test/writes',
  },
  {
    harm: 'a failure that is seen for the first time frees the key, although the API still works on it',
    file: 'src/writes/answer.ts',
    code: 'ownStatus(error) === seenStatus && seenStatus !== 0',
    broken: 'ownStatus(error) !== 0',
    tests: 'test/writes',
  },
  {
    harm: 'what was sent a moment ago is judged before it has settled',
    file: 'src/writes/place.ts',
    code: 'latest.busyUntilMs + world.settlingMs',
    broken: 'latest.busyUntilMs',
    tests: 'test/writes',
  },
  {
    harm: 'a server error is taken for a refusal',
    file: 'src/writes/answer.ts',
    code: 'status >= 400 && status < 500',
    broken: 'status >= 400',
    tests: 'test/writes',
  },
  {
    harm: 'two equal forms are one record',
    file: 'src/writes/write_memory.ts',
    code: 'uniqueReference === undefined ? randomUUID()',
    broken: 'uniqueReference === undefined ? hash(action, generation)',
    tests: 'test/writes',
  },
  {
    harm: 'a record that was saved is never found',
    file: 'src/writes/look_for.ts',
    code: '!others.includes(record.id) && couldBeOurs(kind, body, record)',
    broken: 'record.id === String(others)',
    tests: 'test/writes',
  },
  {
    harm: 'being asked to slow down counts as a refusal',
    file: 'src/writes/answer.ts',
    code: '[401, 403, 408, 409, 425, 429]',
    broken: '[401, 403, 408, 409, 425]',
    tests: 'test/writes',
  },
  {
    harm: 'the same form is never another record again',
    file: 'src/writes/place.ts',
    code: '&& waiting === 0 && doneMs < sinceMs',
    broken: '&& waiting < 0',
    tests: 'test/writes',
  },
  {
    harm: 'an API whose clock is a little behind hides a record that was saved',
    file: 'src/writes/look_for.ts',
    code: 'const widestMs = 10 * 60 * 1000;',
    broken: 'const widestMs = 1_000;',
    tests: 'test/writes',
  },
  {
    harm: 'half of a double click becomes a second record',
    file: 'src/writes/other_run.ts',
    code: 'if (found !== undefined) latest = memoryIn(found);',
    broken: 'latest = undefined;',
    tests: 'test/writes',
  },
];
