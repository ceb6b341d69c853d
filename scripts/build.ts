import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { command, readOptions } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';

const usage = {
  call: 'npm run -s build',
  about: 'Writes dist/, what Zapier loads, anew.',
};

// One file that Zapier loads, with zod shaken into it; the phone library stays in a chunk of its own until a step
// has a phone number. The platform itself is Zapier's and stays outside.
const buildCommand = command(usage, async (args) => {
  readOptions(args, {});
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
    // A smaller file makes cold starts faster. Names are kept, so that stack traces in Zapier's log can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return 0;
});

await runAsProcess(buildCommand);
