import type { CaseTable } from './case_table.ts';
import { oneService, records, services, statuses } from './choices.ts';
import { emails } from './emails.ts';
import { phones } from './phones.ts';
import { days } from './days.ts';
import { moments } from './moments.ts';
import { squareFeet, yesOrNo } from './numbers.ts';
import { states, zips } from './places.ts';
import { longTexts, names, texts } from './texts.ts';
import { times } from './times.ts';

/** Every kind of field with what it takes and what it refuses: tested, and shown in docs/what-fields-take.md. */
export const caseTables: readonly CaseTable[] = [
  ...[texts, longTexts, names, phones, emails, states, zips, days, times, moments],
  ...[squareFeet, yesOrNo, oneService, services, statuses, records],
];
