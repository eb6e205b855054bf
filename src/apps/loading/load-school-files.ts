// Loads the list of schools and colleges from its files: what the command line calls. Checked whole before the first is recorded.
import { readFile } from 'node:fs/promises';
import { systemActor } from '../../engine/access/actors.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { loadSchools, readSchools } from '../../engine/schools/load-schools.js';
import { OnwardError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Foundations } from '../app.module.js';

export interface SchoolFilesAt {
  readonly path: string;
  readonly links?: string;
  readonly dryRun?: boolean;
}

export interface SchoolsInFile {
  readonly schools: number;
  /** New ones, and those of which the file says something else than before. */
  readonly recorded: number;
}

/** Errors: `file-refused` where there is nothing to read, or with every line that is wrong; the store's. */
export async function loadSchoolFiles(
  { foundations: { journal, clock } }: { readonly foundations: Pick<Foundations, 'journal' | 'clock'> },
  { path, links, dryRun = false }: SchoolFilesAt,
): Promise<SchoolsInFile> {
  const list = readSchools({
    schools: await bytesAt(path),
    links: links === undefined ? undefined : await bytesAt(links),
  });
  if (dryRun) return { schools: list.length, recorded: 0 };
  const commandId = newId();
  const context = { actor: systemActor('load-settings'), commandId, correlationId: commandId };
  return loadSchools(new CommandRunner(journal), list, clock.today(), context);
}

async function bytesAt(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new OnwardError('file-refused', { detail: 'There is no file at the path given, or it may not be read.' });
  }
}
