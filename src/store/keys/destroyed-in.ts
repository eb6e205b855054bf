// Whose keys a file of keys tells were destroyed: a restore from before must not bring them back (REC-12).
import { existsSync } from 'node:fs';
import { OnwardError } from '../../kernel/errors.js';
import { guarded } from '../sqlite-files/errors.js';
import { openDatabase } from '../sqlite-files/open-database.js';

/** Errors: `file-refused` when there is no such file; `store-unavailable` when it is none of keys. */
export function destroyedIn(path: string): string[] {
  if (!existsSync(path))
    throw new OnwardError('file-refused', {
      detail: 'There is no file of keys at the place named by --destroyed-keys.',
      help: 'Name the keys.sqlite of the folder that was lost, or of a later backup.',
    });
  const database = openDatabase(path, { kind: 'keys', readOnly: true });
  try {
    const rows = guarded('keys', () => database.prepare('SELECT subject FROM destroyed').all());
    return (rows as { subject: string }[]).map(({ subject }) => subject);
  } finally {
    database.close();
  }
}
