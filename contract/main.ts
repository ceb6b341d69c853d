import { runAsProcess } from '../command_line/run_as_process.ts';
import { recordEveryOperation } from '../proof/recording/recording.ts';
import { contractCommand } from './command.ts';

await runAsProcess(contractCommand(recordEveryOperation));
