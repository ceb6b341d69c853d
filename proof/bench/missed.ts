/** What is known about why a goal is missed, by the goal's name. The report shows it for missed goals. */
export const missed: readonly { concerns: RegExp; why: string }[] = [
  {
    concerns: /^loading × empty app/,
    why: [
      '**Where loading goes.** Without the turns of the garbage collector it takes 103 million instructions beyond an empty',
      'app: 36 for reading and parsing the one file, even where nothing in it runs, and 67 for making the schemas of',
      'zod and drawing the definition out of them. What took more was taken out: an import of `node:http`, which evaluates',
      'all that Node has in it (191 million).',
    ].join(' '),
  },
];
