import type { Trigger } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { unusableInput } from '../errors/form_error.ts';
import { quoted } from '../errors/sentence.ts';
import { findChoice } from '../forms/choices.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { required } from '../forms/kinds.ts';
import { dayMs } from '../lib/day_ms.ts';
import { withArticle, type RecordKind } from '../records/record.ts';
import { pollingTrigger } from './polling.ts';
import { isInStatus, readInStatus } from './status_reading.ts';

/**
 * Builds the trigger for records that enter a status. It works with test keys too, which cannot register webhooks.
 * A poll reads what changed within the last day. When the Zap is turned on, all that are in the status are noted: each
 * of them may change later without having entered it.
 * Its `perform` throws the errors of `pollingTrigger`; in the editor's test also an Error when no record is in a status that
 * is not in the list.
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
          helpText: `The status that starts the Zap, once for each ${noun}. One that is not in the list is written as CleanEstimate Pro spells it, such as on_hold.`,
          choices: statuses,
        }),
      ),
    }),
    read: ({ z, values: { status }, purpose }) => {
      const since = purpose === 'turning on' ? -Infinity : Date.now() - dayMs;
      return readInStatus(z, kind, { status, since, purpose });
    },
    fires: (record, { status }) => isInStatus(kind, record, status),
    // A company may have statuses of its own, so a mistyped one cannot be told from them until nothing is found.
    nothingToTest: ({ status }) => {
      if (findChoice(statuses, status) !== undefined) return;
      throw unusableInput(
        `No ${noun} has the status${quoted(status)}, which is not in the list. Check how CleanEstimate Pro spells it, or pick one from the list.`,
      );
    },
  });
}
