/** What is known about why a goal is missed, by the goal's name. The report shows it for missed goals. */
export const missed: readonly { concerns: RegExp; why: string }[] = [
  {
    concerns: /^loading × empty app/,
    why: [
      '**Where loading goes.** Without the turns of the garbage collector it takes 122 million instructions beyond an empty',
      'app: 38 for reading and parsing the one file, even where nothing in it runs, and 84 for making the schemas of',
      'zod and drawing the definition out of them. What took more was taken out: an import of `node:http`, which evaluates',
      'all that Node has in it (191 million).',
    ].join(' '),
  },
  {
    concerns: /^a further step/,
    why: [
      '**Where a further step goes.** By the profiler more than half is the copying of the definition and a fifth the',
      'freezing of the copies, twice for each step. Fields, samples and lists to pick from are made once and shared, and the',
      'platform does not look into them; that took a third off. A quarter of the objects that are left are',
      'entries of lists to pick from. As values and labels in one object they would be a handful, but Zapier promises no',
      'order for those, and statuses stand in the order of the work.',
    ].join(' '),
  },
  {
    concerns: /^zip × empty app/,
    why: [
      '**Where the zip goes.** Of the 133 kB beyond an empty app 56 are the app with what it takes of zod, 29 the numbering plans',
      'of all countries, 22 the names of all entities of HTML, 16 the definition as JSON, which the command line puts there,',
      'and 8 the readers of forms. What nothing called went out: 15 kB of the phone library, 10 of names in the code, 15',
      'of package.json files and small chunks.',
    ].join(' '),
  },
];
