import type { Bundle } from 'zapier-platform-core';

/** What Zapier says about the run: a page number, whether it is the editor's test. Everything may be missing. */
export function runOf({ meta }: { meta: Partial<Bundle['meta']> }): Partial<Bundle['meta']> {
  return { ...meta };
}
