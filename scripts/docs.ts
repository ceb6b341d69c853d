import { runAsProcess } from '../command_line/run_as_process.ts';
import { openOffice } from '../proof/office/office.ts';
import { docsCommand } from './docs_command.ts';
import { runEachOperation } from './run_each_operation.ts';

const docs = docsCommand(async () => {
  const office = await openOffice();
  try {
    return await runEachOperation(office);
  } finally {
    await office.close();
  }
});

await runAsProcess(docs);
