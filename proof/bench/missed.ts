/** What is known about why a goal is missed, by the goal's name. The report shows it for missed and unclear goals. */
export const missed: readonly { concerns: RegExp; why: string }[] = [
  {
    concerns: /^cold start, (wall|CPU)/,
    why: [
      '**Where the start goes.** By the profiler, of the 11 to 13 ms that the app takes beyond the platform about 4 ms',
      'are for compiling its one file, 2 ms for making the zod schemas, 2 ms for drawing the fields and samples of 34',
      'operations out of them, and the rest for code that runs for the first time. One schema for each kind of',
      'field instead of three for each field took off 2 ms and stayed; shrinking the file to half gained 0.1 ms.',
      'A definition drawn when the app is built and loaded as JSON, with the code behind it loaded by the first step,',
      'loads in 2 ms, but the first step of a process then pays what the start saved: nobody would get a step sooner.',
      'So the goal for the start is not met by an app of this many operations that draws its forms from schemas.',
    ].join(' '),
  },
  {
    concerns: /^cold start, memory/,
    why: [
      '**Where the memory goes.** Measured around its import the app holds 1.4 MiB more. The peak of the process, which',
      'the table shows, is higher by what V8 sets aside for young objects while the schemas are made.',
    ].join(' '),
  },
  {
    concerns: /^our code per operation, p99/,
    why: [
      '**The slowest runs** have to be compared with the column "idle" below: where that is as high, the machine was',
      'busy with others. What is above it is mostly the garbage collector.',
    ].join(' '),
  },
];
