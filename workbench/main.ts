import { runAsProcess } from '../command_line/run_as_process.ts';
import { startCommand } from './command.ts';

await runAsProcess(startCommand);
