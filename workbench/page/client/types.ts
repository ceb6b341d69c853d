import type { ChoiceView, FieldView, FormView, Item, StepView } from '../wire.ts';

/** A form as it is filled in, and what came of running it. */
export interface FormModel {
  /** The operation: `creates.create_lead`. */
  id: string;
  /** Its place on the page, which tells equal forms apart. */
  place: string;
  fields: FieldView[];
  values: Item;
  /** The choices that were loaded for dropdowns, by field. */
  choices: Map<string, Choices>;
  result: StepView | undefined;
  /** What steps before give, for mapping; empty outside of Zaps. */
  sources: Source[];
}

/** A step before, whose outputs can be mapped. */
export interface Source {
  /** `trigger`, `step2`. */
  name: string;
  label: string;
  outputs: { key: string; label: string }[];
  /** What it gave when it was tested, or its sample. */
  item: Item;
}

/** The choices of one dropdown: those of the app, as far as they were read. */
export interface Choices {
  items: ChoiceView[];
  page: number;
  ended: boolean;
  search: string;
}

/** One place where a value is typed: its field, its value, and how it is set. */
export interface Cell {
  model: FormModel;
  field: FieldView;
  /** Its id on the page. */
  id: string;
  value: unknown;
  set: (value: unknown) => void;
}

/** A Zap that is being built. */
export interface Builder {
  name: string;
  /** The trigger's form; undefined when a form of another app starts the Zap. */
  trigger: FormModel | undefined;
  /** What the other app's form gives. */
  form: FormView[];
  steps: BuilderStep[];
}

/** A step, with the form that creates the record when it is a search that finds none. */
export interface BuilderStep {
  name: string;
  model: FormModel;
  orElse: FormModel | undefined;
}

export const shelfNames = ['leads', 'clients', 'estimates', 'jobs', 'invoices'] as const;
export type ShelfName = (typeof shelfNames)[number];

/** The sandbox's records, and the form of the office's website. */
export interface OfficeView {
  form: FormView[];
  shelves: Record<ShelfName, { count: number; records: Item[] }>;
  answers: Record<string, string>;
}
