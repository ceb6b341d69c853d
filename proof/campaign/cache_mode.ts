/** How Zapier's cache behaves: as it should, losing everything between runs, or not answering at all. */
export const cacheModes = ['works', 'forgets', 'fails'] as const;
export type CacheMode = (typeof cacheModes)[number];
