import { defineCreate, type Bundle, type PlainInputField, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { updateRecord } from '../writes/write_once.ts';
import { missingRecord, unseenNotes, unusableInput } from '../api/zapier_error.ts';
import { inputFields, readForm } from '../forms/form.ts';
import { filled } from '../lib/guards.ts';
import { choice, longText, required } from '../forms/kinds.ts';
import { findById } from '../api/lists.ts';
import { client } from '../records/client.ts';
import { job } from '../records/job.ts';
import { lead } from '../records/lead.ts';
import { shape, shapeFields, type Output, type RecordKind } from '../records/record.ts';
import { targetField } from '../builders/update.ts';

const kinds: RecordKind[] = [lead, client, job];

const where = zod.object({
  record_type: required(
    choice({
      label: 'Record Type',
      helpText: 'What the note is about.',
      choices: kinds.map(({ noun, title }) => ({ value: noun, label: title })),
    }),
  ),
});
const what = zod.object({
  note: required(
    longText({
      label: 'Note',
      helpText:
        'It is added below the notes that are there. A note that is there already, word for word, is not added again.',
    }),
  ),
});

// What leads, clients and jobs have in common.
const { id, status, customer_first_name, customer_last_name, full_address } = shape(lead, lead.fixture);
const notes = `${lead.fixture.notes}\n\nLeft a voicemail on March 3.`;
const sample = { id, status, notes, customer_first_name, customer_last_name, full_address };

/** Adds a note below those that a lead, a client or a job has. */
export const addNote = defineCreate({
  key: 'add_note',
  noun: 'Note',
  display: {
    label: 'Add Note',
    description: 'Adds a note to a lead, client or job without touching the notes it has.',
  },
  operation: {
    // Two notes at once would each be written over the other: the record's id lets one in at a time.
    lock: { key: 'add_note {{bundle.inputData.record_id}}', timeout: 60 },
    inputFields: [
      ...inputFields(where).map((field) => ({ ...field, altersDynamicFields: true })),
      recordField,
      ...inputFields(what),
    ],
    outputFields: shapeFields(lead).filter(({ key }) => key in sample),
    sample,
    perform: async (z: ZObject, bundle: Bundle): Promise<Output> => {
      const record = kindIn(bundle);
      if (record === undefined) throw unusableInput('Record Type has to be Lead, Client or Job.');
      const form = zod.object({ ...where.shape, record_id: targetField(record), ...what.shape });
      const { record_id: id, note } = await readForm(form, bundle.inputData);
      const found = await findById(z, record, id);
      if (found === undefined) throw missingRecord(record.noun);
      // Assumed: a record that is read shows its notes. Writing over what cannot be seen would lose it.
      if (!('notes' in found)) throw unseenNotes(record.noun);
      const notes = filled(found.notes) ?? '';
      if (standsIn(notes, note)) return shape(record, found);
      const body = { notes: notes === '' ? note : `${notes}\n\n${note}` };
      return shape(record, await updateRecord(z, record, id, { body, form }));
    },
  },
});

// The dropdown follows the type that was chosen.
function recordField(_z: ZObject, bundle: Bundle): PlainInputField[] {
  const record = kindIn(bundle);
  return record === undefined ? [] : inputFields(zod.object({ record_id: targetField(record) }));
}

function kindIn({ inputData }: Bundle): RecordKind | undefined {
  const type = String(inputData.record_type).trim().toLowerCase();
  return kinds.find(({ noun }) => noun === type);
}

function standsIn(notes: string, note: string): boolean {
  return `\n\n${notes}\n\n`.includes(`\n\n${note}\n\n`);
}
