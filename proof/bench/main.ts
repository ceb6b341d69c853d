import { runAsProcess } from '../../command_line/run_as_process.ts';
import { bench } from './bench.ts';

await runAsProcess(bench);
