import fc from 'fast-check';

/**
 * Lets fast-check try the same values in every run of the suite, so that a failure is about the change. `npm run fuzz`
 * tries many new ones.
 */
export function trySeeded(): void {
  fc.configureGlobal({
    seed: Number(process.env.FUZZ_SEED ?? 20260320),
    numRuns: Number(process.env.FUZZ_RUNS ?? 100),
  });
}
