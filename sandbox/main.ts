import { runAsProcess } from '../command_line/run_as_process.ts';
import { sandboxCommand } from './command.ts';

await runAsProcess(sandboxCommand);
