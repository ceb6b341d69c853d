import { sandboxCommand } from './command.ts';

process.exitCode = await sandboxCommand();
