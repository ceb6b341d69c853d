import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutants, type Mutant } from '../test/mutants/mutants.ts';

/*
 * `npm run mutants`: breaks a copy of the app in each way listed in test/mutants/mutants.ts, and checks that a test
 * fails.
 */

const say = (text: string): void => void process.stdout.write(text);

/** Runs the test files whose paths match `tests` in a folder; resolves to true when all tests pass. */
function passes(folder: string, tests: string, children: Set<() => void>): Promise<boolean> {
  const args = ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--silent', tests];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const kill = (): void => void child.kill();
  children.add(kill);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(kill);
      resolve(code === 0);
    });
  });
}

function copyOfTheProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const leftOut = /^(node_modules|\.git|dist|build|coverage)$/;
  cpSync('.', folder, { recursive: true, filter: (from) => !leftOut.test(from) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function isNoticed(
  folder: string,
  { file, code, broken, tests }: Mutant,
  children: Set<() => void>,
): Promise<boolean> {
  const path = join(folder, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(code, () => broken),
  );
  try {
    return !(await passes(folder, tests, children));
  } finally {
    writeFileSync(path, whole);
  }
}

const folder = copyOfTheProject();
const children = new Set<() => void>();
const cleanUp = (): void => {
  for (const kill of children) kill();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    cleanUp();
    process.exit(1);
  });
}
try {
  const tests = [...new Set(mutants.map((mutant) => mutant.tests))];
  if (!(await passes(folder, tests.join('|'), children)))
    throw new Error('The tests fail before anything is broken.');
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const noticed = await isNoticed(folder, mutant, children);
    say(`${noticed ? 'noticed ' : 'SURVIVED'}  ${mutant.harm}\n`);
    if (!noticed) survivors.push(mutant.harm);
  }
  say(`\n${mutants.length - survivors.length} of ${mutants.length} mutants are noticed.\n`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  cleanUp();
}
