import { defineTrigger, type Bundle, type Trigger, type ZObject } from 'zapier-platform-core';
import { pageAt } from '../api/page_at.ts';
import { connectionMark } from '../lib/connection.ts';
import { runOf } from '../lib/run.ts';
import type { RecordKind } from '../records/record.ts';
import { labelsFor } from './record_label.ts';

/**
 * Builds the hidden trigger that fills a dropdown of records, page by page, newest first.
 * Each entry is `{id, label}`. Its `perform` throws the errors of `pageAt`.
 */
export function dropdown(kind: RecordKind): Trigger {
  return defineTrigger({
    key: `${kind.noun}_list`,
    noun: kind.title,
    display: {
      label: `${kind.title} List`,
      description: `Triggers when a dropdown of ${kind.noun}s opens.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      canPaginate: true,
      perform: async (z: ZObject, bundle: Bundle) => {
        const { page = 0, timezone } = runOf(bundle);
        const records = await pageAt(z, kind, connectionMark(bundle), page);
        const labels = labelsFor(kind, records, timezone);
        return records.map(({ id }, index) => ({ id, label: labels[index] }));
      },
    },
  });
}
