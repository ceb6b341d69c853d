import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { runCommand } from './command_line.ts';

const usage = {
  call: 'npm run -s build',
  about: 'Writes dist/, what Zapier loads, anew.',
};

// Bundles the app into one file with the parts of zod that it uses. The phone library becomes a file of its own,
// which is loaded when a step has a phone number. The platform is not bundled: Zapier loads it.
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
    // A smaller file makes cold starts faster. Names are kept, so that stack traces in Zapier's log can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
});
