import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for temporary files. It is removed when the process exits, if `remove` was not called before. */
export interface TemporaryFolder {
  path: string;
  remove: () => void;
}

/** Creates a temporary folder whose name begins with `name`. */
export function temporaryFolder(name: string): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const remove = (): void => {
    process.off('exit', remove);
    // Tries again for half a second, since a process that is being killed may still write to the folder.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once('exit', remove);
  return { path: folder, remove };
}
