import { runAsProcess } from '../../command_line/run_as_process.ts';
import { campaign } from './campaign.ts';

await runAsProcess(campaign);
