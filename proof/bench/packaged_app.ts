import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as zod from 'zod';
import { runNode } from '../run_node.ts';

/** An app as Zapier gets it: built, zipped, and unpacked again. */
export interface PackagedApp {
  zipBytes: number;
  /** Where the zip was unpacked. */
  directory: string;
  /** What Zapier loads. */
  wrapper: string;
  /** For the temporary files of what runs it. */
  temporary: string;
  /** Every file of the zip, below `directory`. */
  files: string[];
}

// What the project is made from: the build gets a copy, so that it leaves nothing in the project.
const sources = ['index.ts', 'src', 'package.json', 'tsconfig.json'];
const ownDependencies = ['node_modules/zod', 'node_modules/libphonenumber-js'];

const manifestSchema = zod.looseObject({
  type: zod.string(),
  exports: zod.string(),
  dependencies: zod.record(zod.string(), zod.string()),
});
const lockedSchema = zod.object({ dev: zod.boolean().optional() });
const lockSchema = zod.object({ packages: zod.record(zod.string(), lockedSchema) });

const emptyApp = `import { defineApp, version as platformVersion } from 'zapier-platform-core';
export default defineApp({ version: '1.0.0', platformVersion });
`;

/**
 * Builds this project's zip in the way a release does, in a directory of its own.
 * @param root the project
 * @param directory is made; has to be new, in a folder that the caller removes
 */
export function packageOwnApp(root: string, directory: string): Promise<PackagedApp> {
  for (const source of sources)
    cpSync(path.join(root, source), path.join(directory, source), { recursive: true });
  const build = [process.execPath, path.join(root, 'scripts/build.ts')];
  copyDependencies(root, directory, () => true);
  return packageApp(root, directory, {
    ...readJson(root, 'package.json', manifestSchema),
    scripts: { '_zapier-build': build.map((part) => JSON.stringify(part)).join(' ') },
    devDependencies: {},
  });
}

/** Builds the zip of an app that does nothing, on the same platform and in the same way. */
export function packageEmptyApp(root: string, directory: string): Promise<PackagedApp> {
  mkdirSync(path.join(directory, 'dist'), { recursive: true });
  writeFileSync(path.join(directory, 'dist/index.js'), emptyApp);
  copyDependencies(root, directory, (place) => !ownDependencies.includes(place));
  const { type, exports, dependencies } = readJson(root, 'package.json', manifestSchema);
  const core = 'zapier-platform-core';
  return packageApp(root, directory, {
    name: 'empty-app',
    version: '1.0.0',
    type,
    exports,
    dependencies: { [core]: dependencies[core] },
  });
}

async function packageApp(root: string, directory: string, manifest: object): Promise<PackagedApp> {
  writeFileSync(path.join(directory, 'package.json'), JSON.stringify(manifest));
  cpSync(path.join(root, '.gitignore'), path.join(directory, '.gitignore'));
  const cli = path.join(root, 'node_modules/zapier-platform-cli/src');
  // The dependencies are in place already: an install would need the network.
  const temporary = path.dirname(directory);
  const build = [path.join(cli, 'bin/run'), 'build', '--skip-validation', '--skip-dep-install'];
  await runNode(build, directory, temporary);
  const zip = path.join(directory, 'build/build.zip');
  const unpacked = path.join(directory, 'unpacked');
  const unzip = 'require(process.argv[1])(process.argv[2], process.argv[3])';
  await runNode(['-e', unzip, path.join(cli, 'utils/decompress.js'), zip, unpacked], directory, temporary);
  return {
    zipBytes: statSync(zip).size,
    temporary,
    directory: unpacked,
    wrapper: path.join(unpacked, 'zapierwrapper.js'),
    files: readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name))),
  };
}

// What `npm install --omit=dev` would leave.
function copyDependencies(root: string, directory: string, wanted: (place: string) => boolean): void {
  for (const [place, { dev }] of Object.entries(readJson(root, 'package-lock.json', lockSchema).packages)) {
    const from = path.join(root, place);
    const nested = place.lastIndexOf('node_modules/') > 0;
    if (place === '' || nested || dev === true || !wanted(place)) continue;
    if (existsSync(from)) cpSync(from, path.join(directory, place), { recursive: true });
  }
}

function readJson<T>(root: string, name: string, schema: zod.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(root, name), 'utf8')));
}
