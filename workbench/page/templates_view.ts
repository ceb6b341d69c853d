import { readTemplates } from '../templates.ts';
import { leadToJob } from '../zaps.ts';
import type { FormView, Item, TemplateView } from './wire.ts';

const reference = 'unique_reference';

/** The Zaps that the page offers: the one of `npm start` that a new lead sets off, and those of the docs. */
export function offeredZaps(): TemplateView[] {
  const about =
    'A new lead of the website becomes a client, and a job on the day that stands in its notes, such as "Friday, March 20, 2026 9-11am".';
  return [{ name: leadToJob.name, about, zap: leadToJob, form: [], elsewhere: [] }, ...readTemplates()];
}

/** What a visitor fills in on the office's own website: the fields of the docs' first form. */
export function websiteForm(): FormView[] {
  const [first] = readTemplates().filter(({ form }) => form.length > 0);
  return (first?.form ?? []).map((field) =>
    field.key === 'notes' ? { ...field, example: 'Friday, March 19, 2027 9-11am' } : field,
  );
}

let forms = 0;

/** What somebody fills into a form, with a number of its own: each time it is another submission. */
export function exampleAnswers(form: readonly FormView[]): Item {
  forms += 1;
  const answer = ({ key, example }: FormView): [string, string] => [
    key,
    key === reference ? `form-${forms}` : example,
  ];
  return Object.fromEntries(form.map(answer));
}
