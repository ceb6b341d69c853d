// What the page and its server tell each other. Both import these types, and neither the other's code.

export type Item = Record<string, unknown>;

/** A choice of a dropdown. */
export interface ChoiceView {
  value: string;
  label: string;
}

/** A field of a form, as Zapier's editor draws it. */
export interface FieldView {
  key: string;
  label: string;
  help: string;
  type: string;
  required: boolean;
  /** Takes several values. */
  list: boolean;
  /** Another form is drawn when it changes. */
  alters: boolean;
  placeholder: string;
  /** The title of the group it stands in; '' when it stands alone. */
  group: string;
  choices: ChoiceView[];
  /** The hidden trigger that fills the dropdown: `lead_list.id.label`; '' when there is none. */
  dynamic: string;
  /** The fields of one line, for line items. */
  children: FieldView[];
}

/** A trigger, action or search. */
export interface OperationView {
  /** The way to it in the definition: `creates.create_lead`. */
  id: string;
  kind: 'trigger' | 'action' | 'search';
  label: string;
  about: string;
  /** For a trigger: whether CleanEstimate Pro tells of the event, or Zapier asks for news. */
  instant: boolean;
  fields: FieldView[];
  outputs: { key: string; label: string }[];
  sample: Item;
  /** For a search that may create what it does not find: the action. */
  orElse: string;
}

/** A request of the app and its answer. Keys and secrets are masked. */
export interface Exchange {
  method: string;
  url: string;
  status: number;
  sent: unknown;
  got: unknown;
  headers: Record<string, string>;
  answerHeaders: Record<string, string>;
}

/** An error as Zapier shows it to a person. */
export interface ErrorView {
  /** What Zapier does about it. */
  kind: 'halted' | 'throttled' | 'reconnect' | 'failed';
  sentence: string;
  /** For a throttled step: when Zapier runs it again. */
  until?: string;
}

/** What came of a step. */
export interface StepView {
  name: string;
  label: string;
  input: Item;
  /** The records, by the labels of the operation. */
  outputs: Item[];
  changed: { label: string; typed: string; stored: string }[];
  exchanges: Exchange[];
  error?: ErrorView;
}

/** One run of a Zap. */
export interface RunView {
  id: string;
  zap: string;
  at: string;
  /** What started it: the trigger's item. */
  trigger: { label: string; item: Item; exchanges: Exchange[] };
  steps: StepView[];
  status: 'running' | 'done' | 'not found' | 'stopped' | 'held' | 'failed';
}

/** What a form of another app asks for. */
export interface FormView {
  key: string;
  label: string;
  hint: string;
  example: string;
}

/** A step of a Zap as it is built. */
export interface StepPlan {
  name: string;
  does: string;
  input: Item;
  orElse?: { does: string; input: Item } | undefined;
}

/** A Zap as it is built. */
export interface ZapPlan {
  name: string;
  trigger: 'catch_hook' | { key: string; input?: Item | undefined };
  steps: StepPlan[];
}

/** A Zap that the docs describe. */
export interface TemplateView {
  name: string;
  about: string;
  zap: ZapPlan;
  form: FormView[];
  elsewhere: string[];
}

/** A Zap that is on. */
export interface ZapView {
  id: string;
  zap: ZapPlan;
  form: FormView[];
  polls: boolean;
  /** When it polls next; '' for an instant one. */
  nextPoll: string;
  /** The last thing that happened which started no run. */
  note: string;
}

/** What the page needs to know before anything else. */
export interface StartView {
  mode: 'sandbox' | 'real';
  version: string;
  connection: { label: string; error?: ErrorView };
  operations: OperationView[];
  templates: TemplateView[];
  zaps: ZapView[];
  runs: RunView[];
  now: string;
}

/** What the server tells while it runs. */
export type EventView = { what: 'run'; run: RunView } | { what: 'zaps'; zaps: ZapView[] };
