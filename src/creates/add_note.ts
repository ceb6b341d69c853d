import { defineCreate, type Bundle, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { findById } from '../api/find_by_id.ts';
import { targetField } from '../builders/target_field.ts';
import { unusableInput } from '../errors/form_error.ts';
import { missingRecord, unseenNotes } from '../errors/record_error.ts';
import { findChoice } from '../forms/choices.ts';
import { inputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import { onlyChoice } from '../forms/choice_kinds.ts';
import { longText, required } from '../forms/kinds.ts';
import { filled } from '../lib/guards.ts';
import { takenWhole } from '../lib/taken_whole.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { client } from '../records/client.ts';
import { job } from '../records/job.ts';
import { lead } from '../records/lead.ts';
import { isNoteIn, timesNoted } from '../records/note_in.ts';
import { givenOf, toOutput, type Output } from '../records/output.ts';
import type { RecordKind } from '../records/record.ts';
import { changeOnce } from '../writes/change_once.ts';

const kinds: RecordKind[] = [lead, client, job];

const typeChoices = kinds.map(({ noun, title }) => ({ value: noun, label: title }));

const typeForm = zod.object({
  record_type: required(
    onlyChoice({
      label: 'Record Type',
      helpText: 'What the note is about.',
      choices: typeChoices,
    }),
  ),
});
const noteForm = zod.object({
  note: required(
    longText({
      label: 'Note',
      helpText:
        'It is added below the notes that are there. A note that is there already, word for word, is not added again.',
    }),
  ),
});

// What leads, clients and jobs have in common.
const { id, status, customer_first_name, customer_last_name, full_address } = givenOf(lead).sample;
const notes = `${lead.fixture.notes}\n\nLeft a voicemail on March 3.`;
const sample = takenWhole({ id, status, notes, customer_first_name, customer_last_name, full_address });

/** Adds a note below those that a lead, a client or a job has. */
export const addNote = defineCreate({
  key: 'add_note',
  noun: 'Note',
  display: {
    label: 'Add Note',
    description: 'Adds a note to a lead, client or job without touching the notes it has.',
  },
  operation: {
    // Of two notes added at once, each would overwrite the other's. So Zapier runs one at a time for each record.
    lock: { key: 'add_note {{bundle.inputData.record_id}}', timeout: 60 },
    inputFields: [
      ...inputFields(typeForm).map((field) => takenWhole({ ...field, altersDynamicFields: true })),
      recordField,
      ...inputFields(noteForm),
    ],
    outputFields: givenOf(lead).outputFields.filter(({ key }) => key in sample),
    sample,
    perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
      const kind = kindIn(bundle);
      if (kind === undefined) throw unusableInput('Record Type has to be Lead, Client or Job.');
      const form = zod.object({ ...typeForm.shape, record_id: targetField(kind), ...noteForm.shape });
      const { record_id: id, note } = await readForm(form, bundle);
      const found = await findById(z, kind, id);
      if (found === undefined) throw missingRecord(kind.noun);
      // Assumed: a record that is read shows its notes. Notes that cannot be seen would be overwritten.
      if (!('notes' in found)) throw unseenNotes(kind.noun);
      const notes = filled(found.notes) ?? '';
      if (isNoteIn(notes, note)) return toOutput(kind, found);
      const body = { notes: notes === '' ? note : `${notes}\n\n${note}` };
      const times = (record: ApiRecord): number => timesNoted(filled(record.notes) ?? '', note);
      const before = { times: String(times(found)) };
      const isIn = (record: ApiRecord, then: Record<string, string>): boolean =>
        times(record) > Number(then.times);
      const addition = { action: 'add_note', written: note, body, form, before, isIn };
      return toOutput(kind, await changeOnce(z, bundle, kind, id, addition));
    },
  },
});

// The dropdown follows the type that was chosen.
function recordField(_z: ZObject, bundle: Bundle): PlainInputField[] {
  const kind = kindIn(bundle);
  return kind === undefined ? [] : inputFields(zod.object({ record_id: targetField(kind) }));
}

function kindIn({ inputData }: Bundle): RecordKind | undefined {
  const chosen = findChoice(typeChoices, filled(inputData.record_type) ?? '');
  return kinds.find(({ noun }) => noun === chosen?.value);
}
