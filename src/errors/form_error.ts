import { appError } from './app_error.ts';
import { quoted } from './sentence.ts';

/** One thing wrong with a form. */
export interface FormProblem {
  label: string;
  /** What was filled in; undefined when a required field was left blank. */
  value: unknown;
  /** The rest of the sentence after label and value: "is not a date". */
  complaint: string;
  /** True for a field in a line of line items, whose label names the line. */
  inLine?: boolean;
}

/** Says everything that is wrong with the values of a form, before anything is sent. */
export function invalidForm(problems: FormProblem[]): Error {
  const missing = problems.filter(({ value, inLine }) => value === undefined && inLine !== true);
  const others = problems.filter((problem) => !missing.includes(problem));
  const sentences = [
    ...(missing.length > 0 ? [`Missing: ${missing.map(({ label }) => label).join(', ')}.`] : []),
    ...others.map(({ label, value, complaint }) =>
      value === undefined ? `${label} is missing.` : `${label}${quoted(value)} ${complaint}.`,
    ),
  ];
  return unusableInput(sentences.join(' '));
}

/** Says one thing about what was filled in that is not about a single field. */
export function unusableInput(sentence: string): Error {
  return appError(sentence, 'InvalidForm', 400);
}
