import { withArticle, type RecordKind } from '../records/record.ts';

/** Pairs the search for a record with the action that creates it, as Zapier's "find or create". */
export function searchOrCreate({ noun, title }: RecordKind) {
  const search = `find_${noun}`;
  return {
    key: search,
    display: {
      label: `Find or Create ${title}`,
      description: `Finds ${withArticle(noun)} by what you know of it, or creates one.`,
    },
    search,
    create: `create_${noun}`,
  };
}
