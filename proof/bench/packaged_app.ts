import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as zod from 'zod';
import { runNode } from '../run_node.ts';

/** An app as Zapier runs it: built, zipped, and unpacked again. */
export interface PackagedApp {
  /** The path of the zip. */
  zip: string;
  zipBytes: number;
  /** The folder into which the zip was unpacked. */
  directory: string;
  /** The path of the file that Zapier loads. */
  wrapper: string;
  /** A folder for the temporary files of the processes that run the app. */
  temporary: string;
  /** The paths of all files in the zip, relative to `directory`. */
  files: string[];
}

// The files that the app is built from. They are copied, so that the build leaves nothing behind in the project.
const sources = ['index.ts', 'src', 'package.json', 'tsconfig.json'];

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
 * Builds this project's zip as a release does, in a new folder.
 * @param root the project's folder
 * @param directory the folder to create, inside of one that the caller removes
 * @throws Error with the build's output when it fails
 */
export async function packageOwnApp(root: string, directory: string): Promise<PackagedApp> {
  const bundled = `${directory}-bundled`;
  await bundleOwnApp(root, bundled);
  cpSync(path.join(bundled, 'dist'), path.join(directory, 'dist'), { recursive: true });
  const manifest = readJson(root, 'package.json', manifestSchema);
  // What developers run has no place at Zapier.
  return packageApp(root, directory, { ...manifest, scripts: {}, devDependencies: {} });
}

/**
 * Bundles the app as `npm run build` does, in a new folder: what is bundled comes from the project's node_modules.
 * @throws Error with the build's output when it fails
 */
export async function bundleOwnApp(root: string, directory: string): Promise<void> {
  copySources(root, directory);
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  await runNode([path.join(root, 'scripts/build.ts')], directory, path.dirname(directory));
}

// Copies what the app is made from, without what it depends on.
function copySources(root: string, directory: string): void {
  for (const source of sources)
    cpSync(path.join(root, source), path.join(directory, source), { recursive: true });
}

/** Builds the zip of an app that does nothing, on the same platform and in the same way. */
export function packageEmptyApp(root: string, directory: string): Promise<PackagedApp> {
  mkdirSync(path.join(directory, 'dist'), { recursive: true });
  writeFileSync(path.join(directory, 'dist/index.js'), emptyApp);
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
  copyDependencies(root, directory);
  cpSync(path.join(root, '.gitignore'), path.join(directory, '.gitignore'));
  const cli = path.join(root, 'node_modules/zapier-platform-cli/src');
  // The dependencies were copied: installing them would need the network.
  const temporary = path.dirname(directory);
  const build = [path.join(cli, 'bin/run'), 'build', '--skip-validation', '--skip-dep-install'];
  await runNode(build, directory, temporary);
  const zip = path.join(directory, 'build/build.zip');
  const unpacked = path.join(directory, 'unpacked');
  const unzip = 'require(process.argv[1])(process.argv[2], process.argv[3])';
  await runNode(['-e', unzip, path.join(cli, 'utils/decompress.js'), zip, unpacked], directory, temporary);
  return {
    zip,
    zipBytes: statSync(zip).size,
    temporary,
    directory: unpacked,
    wrapper: path.join(unpacked, 'zapierwrapper.js'),
    files: readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name))),
  };
}

// Copies what `npm install --omit=dev` would install.
function copyDependencies(root: string, directory: string): void {
  for (const [place, { dev }] of Object.entries(readJson(root, 'package-lock.json', lockSchema).packages)) {
    const from = path.join(root, place);
    const nested = place.lastIndexOf('node_modules/') > 0;
    if (place === '' || nested || dev === true) continue;
    if (existsSync(from)) cpSync(from, path.join(directory, place), { recursive: true });
  }
}

function readJson<T>(root: string, name: string, schema: zod.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(root, name), 'utf8')));
}
