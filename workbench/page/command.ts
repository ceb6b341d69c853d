import { command, readOptions } from '../../command_line/command.ts';

const usage = { call: 'npm run workbench', about: 'Opens the page.' };

/** `npm run workbench`. */
export const workbenchCommand = command(usage, (args) => {
  readOptions(args, {});
  return 0;
});
