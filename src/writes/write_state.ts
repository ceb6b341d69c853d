/*
 * What is known of a write, and what follows from what happens to it. There is no I/O here: `write_once.ts` does what
 * this table says, `docs/reliability.md` draws it, and the tests explore it.
 */

/** What is known of a write before a run of it begins. */
export type WriteState =
  /** Nothing is remembered. */
  | 'new'
  /** Something was sent, and nobody knows how it ended. */
  | 'open'
  /** It was saved, and its record is known. */
  | 'done'
  /** It was saved, and its record is not known. */
  | 'saved'
  /** The API said no, so that the next try takes a new key. */
  | 'refused';

/** What happens to a write. */
export type WriteEvent =
  | 'a run begins'
  | 'a record came back'
  | 'a success came back without its record'
  | 'the API refused it'
  | 'nobody knows how it ended'
  | 'a failure that may be stored came back'
  | 'one record is found that can be it'
  | 'several records can be it'
  | 'no record can be it'
  | 'no record can be it, and another form has its reference'
  | 'the records cannot be seen';

/** What a run does next. */
export type WriteMove =
  | 'send it under its key'
  | 'send it under its next key'
  | 'look for its record'
  | 'read its record'
  | 'give the record'
  | 'tell the refusal'
  | 'say that nobody knows'
  | 'say that it was saved'
  | 'say that its reference is taken';

/** What an event makes of a state. */
export interface Step {
  to: WriteState;
  then: WriteMove;
}

const sent: Partial<Record<WriteEvent, Step>> = {
  'a record came back': { to: 'done', then: 'give the record' },
  'a success came back without its record': { to: 'saved', then: 'look for its record' },
  'the API refused it': { to: 'refused', then: 'tell the refusal' },
  'nobody knows how it ended': { to: 'open', then: 'say that nobody knows' },
};

/** The whole life of a write. An event that a state does not list cannot happen to it. */
export const writeStates: Record<WriteState, Partial<Record<WriteEvent, Step>>> = {
  new: {
    'a run begins': { to: 'open', then: 'send it under its key' },
  },
  open: {
    'a run begins': { to: 'open', then: 'send it under its key' },
    ...sent,
    // Only a later run comes here: what the first one sent may still be under way.
    'a failure that may be stored came back': { to: 'open', then: 'look for its record' },
    'one record is found that can be it': { to: 'done', then: 'give the record' },
    'several records can be it': { to: 'open', then: 'say that nobody knows' },
    'the records cannot be seen': { to: 'open', then: 'say that nobody knows' },
    'no record can be it': { to: 'open', then: 'send it under its next key' },
    'no record can be it, and another form has its reference': {
      to: 'open',
      then: 'say that its reference is taken',
    },
  },
  saved: {
    'a run begins': { to: 'saved', then: 'look for its record' },
    'one record is found that can be it': { to: 'done', then: 'give the record' },
    'several records can be it': { to: 'saved', then: 'say that it was saved' },
    'no record can be it': { to: 'saved', then: 'say that it was saved' },
    'the records cannot be seen': { to: 'saved', then: 'say that it was saved' },
  },
  done: {
    'a run begins': { to: 'done', then: 'read its record' },
    // Where the record cannot be read, the API's stored answer shows it.
    'the records cannot be seen': { to: 'done', then: 'send it under its key' },
    'a record came back': { to: 'done', then: 'give the record' },
    'a success came back without its record': { to: 'done', then: 'say that it was saved' },
    'the API refused it': { to: 'done', then: 'say that it was saved' },
    'nobody knows how it ended': { to: 'done', then: 'say that it was saved' },
  },
  refused: {
    'a run begins': { to: 'open', then: 'send it under its next key' },
  },
};

/**
 * @returns the state after an event and what the run does next
 * @throws Error for an event that cannot happen in this state: a mistake in the code
 */
export function afterEvent(state: WriteState, event: WriteEvent): Step {
  const step = writeStates[state][event];
  if (step === undefined) throw new Error(`"${event}" cannot happen to a write that is ${state}.`);
  return step;
}
