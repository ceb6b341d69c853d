import { once } from 'node:events';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, readOptions } from '../command_line/command.ts';
import { startProgress } from '../command_line/progress.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import { startNode } from '../proof/run_node.ts';
import { temporaryFolder } from '../proof/temporary_folder.ts';
import type { Mutant } from '../test/mutants/mutant.ts';
import { mutants } from '../test/mutants/mutants.ts';

const usage = {
  call: 'npm run -s mutants',
  about: `Breaks the app in each way of test/mutants/mutants.ts, in a copy, and tells whether its tests notice. Ends with 1 when
they do not.`,
};

const mutantsCommand = command(usage, async (args, { stdout, stderr }) => {
  readOptions(args, {});
  const copy = temporaryFolder('mutants');
  const progress = startProgress(stderr);
  try {
    copyTheProject(copy.path);
    progress.report('running the tests of the whole app');
    const tests = [...new Set(mutants.map((mutant) => mutant.tests))];
    if (!(await passes(copy.path, tests.join('|'))))
      throw new Error('The tests fail before anything is broken.');
    let survived = 0;
    for (const mutant of mutants) {
      progress.report(mutant.harm);
      const noticed = await isNoticed(copy.path, mutant);
      progress.clear();
      stdout.write(`${noticed ? 'noticed ' : 'SURVIVED'}  ${mutant.harm}\n`);
      if (!noticed) survived += 1;
    }
    progress.clear();
    stdout.write(`\n${mutants.length - survived} of ${mutants.length} mutants are noticed.\n`);
    return survived === 0 ? 0 : 1;
  } finally {
    progress.stop();
    copy.remove();
  }
});

function copyTheProject(folder: string): void {
  const left = /^(node_modules|\.git|dist|build|coverage)$/;
  cpSync('.', folder, { recursive: true, filter: (from) => !left.test(from) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
}

/** Runs test files in a folder; true when all pass. */
async function passes(folder: string, tests: string): Promise<boolean> {
  const jest = ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--silent', tests];
  const child = startNode(jest, { cwd: folder });
  child.stdin.end();
  child.stdout.resume();
  child.stderr.resume();
  await once(child, 'close');
  return child.exitCode === 0;
}

async function isNoticed(folder: string, { file, code, broken, tests }: Mutant): Promise<boolean> {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(code, () => broken),
  );
  try {
    return !(await passes(folder, tests));
  } finally {
    writeFileSync(path, whole);
  }
}

await runAsProcess(mutantsCommand);
