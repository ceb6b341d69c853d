import { rmSync } from 'node:fs';
import { build } from 'esbuild';

// One file that Zapier loads, with zod shaken into it; the phone library stays in a chunk of its own until a step
// has a phone number. The platform itself is Zapier's and stays outside.
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['zapier-platform-core'],
  chunkNames: '[name]-[hash]',
  // Less to read at every cold start; names stay, so that a stack trace in Zapier's log tells something.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
});
