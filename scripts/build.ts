import { rmSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };
import { command, readOptions } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';

const usage = {
  call: 'npm run -s build',
  about: 'Writes dist/, what Zapier loads, anew.',
};

// An import of node:http evaluates all that it exports, and with it a web client of half a megabyte that nobody calls.
const nodeModules: Plugin = {
  name: 'node modules as they are',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'node' }));
    bundle.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path) ?? {});
      // What is not used falls out of the bundle, since a call that is pure is needed for its result alone.
      const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ $get('${name}');`);
      const module = `const $module = process.getBuiltinModule('${path}'), $get = (name) => $module[name];`;
      return { contents: [module, ...exported].join('\n') };
    });
  },
};

// Of package.json, the app tells its version and nothing else.
const versionAlone: Plugin = {
  name: 'version alone',
  setup: (bundle) => {
    const { version } = packageJson;
    bundle.onLoad({ filter: /[/\\]package\.json$/ }, () => ({
      contents: JSON.stringify({ version }),
      loader: 'json',
    }));
  },
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
    plugins: [nodeModules, versionAlone],
    chunkNames: '[name]-[hash]',
    // A smaller file makes cold starts faster and the zip smaller. The same version builds the same file again, so that a
    // place in a stack trace can be found.
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return 0;
});

await runAsProcess(buildCommand);
