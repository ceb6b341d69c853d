import type { Bundle } from 'zapier-platform-core';

/** What Zapier says about the run: a page number, whether it is the editor's test. Everything may be missing. */
export function runOf(bundle: Bundle): Partial<Bundle['meta']> {
  return { ...bundle.meta };
}
