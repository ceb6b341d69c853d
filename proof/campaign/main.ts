import { runAsProcess } from '../command.ts';
import { campaign } from './campaign.ts';

await runAsProcess(campaign);
