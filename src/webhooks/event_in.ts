import { filled, isObject, ownMember } from '../lib/guards.ts';

/** Whether something tells of the event that a Zap waits for. */
export type Told = 'own' | 'other' | 'nothing';

// Documented: `event`. The others are what webhooks elsewhere call it. `type` and the like may be about anything: they
// count only where they name the event, and only where nothing around them has named one.
const names = ['event', 'event_type', 'eventType', 'event_name', 'eventName', 'topic', 'webhook_event'];
const perhaps = ['type', 'action', 'name', 'trigger'];
const subjects = ['object', 'resource', 'entity', 'model', 'type'];
const nouns = ['lead', 'client', 'estimate', 'job', 'invoice'];
const longest = 200;

/** Where an object stands in the body of a delivery. */
export interface Standing {
  /** True for the outermost object, where any other name is another event; further in, only what sounds like one. */
  isTop: boolean;
  /** True when something around the object has named an event. */
  isNamed: boolean;
}

/**
 * Tells which event an object tells of: by its own keys, those of `meta` and the like, and those of an object `event`.
 * @param event such as "lead.status_changed"
 */
export function eventIn(value: Record<string, unknown>, event: string, { isTop, isNamed }: Standing): Told {
  const inner = ['meta', 'metadata', 'header', 'headers', 'event'].map((key) => ownMember(value, key));
  const texts = (keys: string[]): string[] =>
    [value, ...inner.filter(isObject)]
      .flatMap((source) => keys.map((key) => filled(ownMember(source, key))?.slice(0, longest)))
      .filter((text) => text !== undefined);
  const certain = texts(names);
  const said = [...certain, ...(isNamed ? [] : texts(perhaps))];
  const joined = texts(subjects).flatMap((subject) => said.map((what) => `${subject}.${what}`));
  if ([...said, ...joined].some((text) => isEvent(text, event))) return 'own';
  return certain.some((text) => isTop || soundsLikeEvent(text)) ? 'other' : 'nothing';
}

/** True for a text that names the event: `lead.created`, `LEAD_CREATED`, `leadCreated`, `webhook.leads.created.v1`. */
export function isEvent(text: string, event: string): boolean {
  const [wanted, given] = [event, text].map(wordsOf);
  return `.${given?.join('.')}`.endsWith(`.${wanted?.join('.')}`) || given?.join('') === wanted?.join('');
}

function soundsLikeEvent(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 1 && nouns.includes(String(words[0]));
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1)
    .map((word) => (nouns.includes(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word));
}
