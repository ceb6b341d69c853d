import { startCommand } from './command.ts';

process.exitCode = await startCommand();
