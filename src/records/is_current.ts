import type { ApiRecord } from './api_record.ts';
import { comparableChoice } from '../forms/choices.ts';

// Documented: inactive and past clients, lost leads, cancelled jobs, void invoices. The rest is what CRMs call the same.
const over = new Set(
  'inactive,past,former,lost,archived,deleted,disabled,merged,duplicate,cancelled,canceled,void,voided'.split(
    ',',
  ),
);

/** False for a record that is kept but no longer worked with: of two that fit, the other one is meant. */
export function isCurrent(record: ApiRecord): boolean {
  const { status, archived, is_archived, active, is_active, archived_at, deleted_at } = record;
  const isPutAway = archived === true || is_archived === true || active === false || is_active === false;
  const isDated = [archived_at, deleted_at].some((moment) => typeof moment === 'string' && moment !== '');
  return !isPutAway && !isDated && !over.has(comparableChoice(typeof status === 'string' ? status : ''));
}
