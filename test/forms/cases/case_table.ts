/** One thing that a person or an app hands over, and what comes of it. */
export interface ReadingCase {
  given: unknown;
  /** What CleanEstimate Pro gets; null when the field counts as left blank. */
  becomes?: unknown;
  /** What the person reads instead, or a part of it. */
  refused?: string;
  why: string;
  /** What else is filled in. */
  beside?: Record<string, unknown>;
  /** True when the step, not the field, makes this of it. */
  byStep?: true;
}

/** The cases of one kind of field. */
export interface CaseTable {
  /** What people call such a field. */
  title: string;
  /** What it takes, in a sentence. */
  takes: string;
  /** A field of this kind. */
  action: string;
  key: string;
  /** Where in the body its value is, when not under its key. */
  at?: (body: Record<string, unknown>) => unknown;
  /** How the value gets into the form, when not under its key. */
  form?: (given: unknown) => Record<string, unknown>;
  cases: ReadingCase[];
}
