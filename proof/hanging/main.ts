import { runAsProcess } from '../../command_line/run_as_process.ts';
import { hanging } from './hanging.ts';

await runAsProcess(hanging);
