import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is removed when the process ends, however it ends, if it was not removed before. */
export interface TemporaryFolder {
  path: string;
  remove: () => void;
}

/** Makes one, in the folder for temporary files of this machine. */
export function temporaryFolder(name: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const remove = (): void => {
    process.off('exit', remove);
    // A process that is being killed may still write there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once('exit', remove);
  return { path: folder, remove };
}
