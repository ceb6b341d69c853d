/** A change that breaks the app, and the tests that must fail because of it. */
export interface Mutant {
  /** What would go wrong for a person. */
  harm: string;
  file: string;
  /** A piece of code that occurs exactly once in the file. */
  code: string;
  /** What replaces it. */
  broken: string;
  /** A part of the paths of the test files, as an argument for jest. */
  tests: string;
}
