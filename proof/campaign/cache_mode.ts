/** How Zapier's cache behaves: it works, it loses everything between two runs, or every call to it fails. */
export const cacheModes = ['works', 'forgets', 'fails'] as const;
export type CacheMode = (typeof cacheModes)[number];
