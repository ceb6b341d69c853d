import { runAsProcess } from '../../command_line/run_as_process.ts';
import { pollsCommand } from './polls.ts';

await runAsProcess(pollsCommand);
