import { runAsProcess } from '../../command_line/run_as_process.ts';
import { workbenchCommand } from './command.ts';

await runAsProcess(workbenchCommand);
