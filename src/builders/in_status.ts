import type { Trigger } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { newestRecords, statusQueries } from '../api/lists.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { required } from '../forms/kinds.ts';
import { withArticle, type RecordKind } from '../records/record.ts';
import { pollingTrigger } from './polling.ts';

/**
 * Builds the trigger for records that enter a status. It works with test keys too, which cannot register webhooks.
 * Its `perform` throws the errors of `pollingTrigger`.
 */
export function inStatus(kind: RecordKind): Trigger {
  const { noun, title, statuses } = kind;
  return pollingTrigger({
    key: `${noun}_in_status`,
    label: `${title} in Status`,
    description: `Triggers when ${withArticle(noun)} enters the status you choose.`,
    kind,
    form: zod.object({
      status: required(
        statusChoice({
          label: 'Status',
          helpText: `The status that starts the Zap, once for each ${noun}.`,
          choices: statuses,
        }),
      ),
    }),
    list: (z, { status }) => newestRecords(z, kind, statusQueries(kind, status)),
    fires: (record, { status }) => record.status === status,
  });
}
