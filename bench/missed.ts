/** Why a goal may be missed, as far as it was looked into: shown below the goals, only for those that are missed. */
export const missed: readonly { concerns: RegExp; why: string }[] = [
  {
    concerns: /^cold start, (wall|CPU)/,
    why: [
      '**Where the start goes.** Marks between the modules of the bundle, medians of 13 starts: of about 10 ms that the',
      'app takes beyond the platform, 3.2 ms are for reading and compiling its one file, 2 ms for making 386 zod',
      'schemas, and the rest for drawing the fields and samples of 34 operations out of them, in code that runs for',
      'the first time. zod itself is up in 0.4 ms. A definition that is drawn when the app is built, and loaded as JSON',
      'with the code behind it loaded by the first step, was tried: its file loads in 1.7 ms more than an empty app',
      'instead of 8.4 ms, but the first step of a process then pays what the start saved.',
    ].join(' '),
  },
  {
    concerns: /^our code per operation, p99/,
    why: [
      '**The slowest runs** have to be compared with the column "idle" below: where that is as high, the machine was',
      'busy with others. Where only a search is high, it is garbage collection: the list is handed on record by record',
      'through an async generator, and the platform runs steps in a domain, which makes every promise dear to collect',
      '(40 of 54 slow runs were in a collection). Handed on page by page, which was tried, the same search has a p99',
      'of 0.13 ms instead of 6.9 ms, and a p50 of 0.04 ms instead of 0.15 ms.',
    ].join(' '),
  },
];
