import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { command, readOptions } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import { packageOwnApp } from '../proof/bench/packaged_app.ts';
import { runNode } from '../proof/run_node.ts';
import { temporaryFolder } from '../proof/temporary_folder.ts';

const usage = {
  call: 'npm run package -- [options]',
  about: `Writes build/build.zip and build/source.zip, which "npx zapier-platform upload" sends to Zapier. They are built in a copy
with nothing but the runtime dependencies: the command line's own build opens every file of node_modules at once, more
than most machines allow.`,
  options: [['--to FOLDER', 'writes them there instead of in build']],
} as const;

const zipSource = 'require(process.argv[1]).makeSourceZip(process.argv[2], process.argv[3])';

const packageCommand = command(usage, async (args, { stdout }) => {
  const { to = 'build' } = readOptions(args, { to: { type: 'string' } });
  const root = process.cwd();
  const workshop = temporaryFolder('package');
  const target = path.resolve(to);
  mkdirSync(target, { recursive: true });
  try {
    const app = await packageOwnApp(root, path.join(workshop.path, 'app'));
    cpSync(app.zip, path.join(target, 'build.zip'));
    const builder = path.join(root, 'node_modules/zapier-platform-cli/src/utils/build.js');
    await runNode(['-e', zipSource, builder, root, path.join(target, 'source.zip')], root, workshop.path);
    stdout.write(`${to}/build.zip has ${app.files.length} files in ${Math.ceil(app.zipBytes / 1024)} kB.\n`);
    return 0;
  } finally {
    workshop.remove();
  }
});

await runAsProcess(packageCommand);
