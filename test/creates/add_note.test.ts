import { beforeEach, describe, expect, test } from '@jest/globals';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';
import { runAndReplay } from '../support/replays.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
let records: Records;
beforeEach(async () => {
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});
const add = (note: string, more: Item = {}): Promise<Item> =>
  office.create('add_note', { record_type: 'Lead', record_id: records.lead.id, note, ...more });

describe('Add Note', () => {
  test('writes below the notes that are there, with a blank line between, in two requests', async () => {
    expect(await add('Left a voicemail')).toMatchObject({ notes: 'Saturday, please\n\nLeft a voicemail' });
    expect(office.requests()).toEqual([
      `GET /leads/${String(records.lead.id)}`,
      `PATCH /leads/${String(records.lead.id)}`,
    ]);
  });

  test('writes the first note of a record that has none', async () => {
    const lead = await office.create('create_lead', { customer_name: 'Taylor Morgan' });

    expect(await add('Hello', { record_id: lead.id })).toMatchObject({ notes: 'Hello' });
  });

  test.each(['Client', 'Job'])('writes on a %s too', async (record_type) => {
    const { id } = record_type === 'Job' ? records.job : records.client;

    expect(await add('Side gate', { record_type, record_id: id })).toMatchObject({
      id,
      notes: expect.stringMatching(/\n\nSide gate$/),
    });
  });

  test('does not write the same note twice, however often the step is replayed', async () => {
    office.sandbox.setFaults([{ kind: 'drop_after', method: 'PATCH', times: 2 }]);
    await failureOf(add('Once'));

    await add('Once');
    await add('Twice');
    const lead = await add('Once');

    expect(lead.notes).toBe('Saturday, please\n\nOnce\n\nTwice');
  });

  test('writes a note that is only part of one that is there', async () => {
    await add('Call him');

    expect((await add('Call')).notes).toBe('Saturday, please\n\nCall him\n\nCall');
  });

  test('keeps both of two notes that come at once, by the lock that Zapier holds for it', async () => {
    await Promise.all([add('From the form'), add('From the phone')]);

    const notes = String((await add('Last')).notes).split('\n\n');
    expect(notes.sort()).toEqual(['From the form', 'From the phone', 'Last', 'Saturday, please']);
  });

  test('works where the API does not read by id', async () => {
    office.sandbox.setQuirks({ noReadById: 405 });

    expect((await add('Found in the list')).notes).toContain('Found in the list');
  });

  test('offers the records of the chosen type', async () => {
    const fields = (record_type?: string): Promise<unknown> =>
      office.platform.run('creates.add_note.operation.inputFields', { inputData: { record_type } });

    expect(await fields('job')).toContainEqual(
      expect.objectContaining({ key: 'record_id', dynamic: 'job_list.id.label', search: 'find_job.id' }),
    );
    expect(await fields()).not.toContainEqual(expect.objectContaining({ key: 'record_id' }));
  });
});

describe('Add Note after a stored failure, where the API writes notes', () => {
  test.each(['one line', 'paragraphs', 'without tags', 'dated'] as const)(
    'as %s, adds the note once',
    async (notesAs) => {
      const note = 'Gate <b>code</b> 4421\n\nBeware of the dog';
      office.sandbox.setQuirks({ notesAs });
      office.sandbox.setFaults([
        { kind: 'status_after', status: 500, stored: true, method: 'PATCH', times: 2 },
      ]);

      await runAndReplay(clock, () => add(note));

      const { notes } = office.sandbox.records('leads').find(({ id }) => id === records.lead.id) ?? {};
      expect(String(notes).match(/4421/g)).toHaveLength(1);
    },
  );

  test('before anything was written, adds the note once', async () => {
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, method: 'PATCH', times: 1 }]);

    await runAndReplay(clock, () => add('After all'));

    const { notes } = office.sandbox.records('leads').find(({ id }) => id === records.lead.id) ?? {};
    expect(notes).toBe('Saturday, please\n\nAfter all');
  });

  test('says that nobody knows where the lead cannot be read by itself', async () => {
    office.sandbox.setQuirks({ noReadById: 405 });
    office.sandbox.setFaults([{ kind: 'status_before', status: 500, method: 'PATCH', times: 1 }]);

    await expect(runAndReplay(clock, () => add('Perhaps'))).rejects.toThrow(
      'may or may not have been changed',
    );
  });
});

describe('Add Note with something wrong writes nothing and says', () => {
  test.each([
    ['Missing: Note.', { note: ' ' }],
    ['Record Type has to be Lead, Client or Job.', { record_type: 'estimate' }],
    ['Missing: Lead.', { record_id: '' }],
    [
      'This CleanEstimate Pro account has no such lead.',
      { record_id: '00000000-0000-4000-8000-000000000009' },
    ],
  ])('%s', async (sentence, fields) => {
    const error = await failureOf(add('x', fields));

    expect(error.message).toContain(sentence);
    expect(office.requests().filter((request) => request.startsWith('PATCH'))).toEqual([]);
  });
});
