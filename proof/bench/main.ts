import { runAsProcess } from '../command.ts';
import { bench } from './bench.ts';

await runAsProcess(bench);
