import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { runCommand } from './command_line.ts';

const usage = {
  call: 'npm run -s build',
  about: 'Writes dist/, what Zapier loads, anew.',
};

// One file that Zapier loads, with zod shaken into it; the phone library stays in a chunk of its own until a step
// has a phone number. The platform itself is Zapier's and stays outside.
process.exitCode = await runCommand(usage, async (args) => {
  parseArgs({ args });
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
});
