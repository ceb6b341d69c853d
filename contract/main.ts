import { runContract } from './command.ts';
import { messageOf } from './message_of.ts';
import { recordEveryOperation } from '../proof/recording/recording.ts';

const { stdout, stderr } = process;
try {
  process.exitCode = await runContract(process.argv.slice(2), {
    stdout,
    stderr,
    record: recordEveryOperation,
  });
} catch (error) {
  stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
