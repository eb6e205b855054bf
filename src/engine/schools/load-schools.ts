// Loads an extract: read and checked whole before the first school is recorded. What it says already adds nothing.
import type { CommandRunner } from '../commands/command-runner.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { readExtract } from './read-extract.js';
import { school, schoolId } from './domain/school.js';
import { linkColumns, schoolColumns, schoolsOf } from './domain/school-file.js';
import type { Position } from '../../store/port.js';

export interface SchoolFiles {
  readonly schools: Uint8Array;
  /** The extract of links; without it the links that are known stay. */
  readonly links?: Uint8Array;
}

export interface SchoolsLoaded {
  readonly schools: number;
  /** New ones, and those of which the list says something else than before. */
  readonly recorded: number;
  readonly position: Position | undefined;
}

/** They share commits. */
const inHand = 64;

export type SchoolList = ReturnType<typeof schoolsOf>;

/** Error: `file-refused`, with every line that is wrong. */
export const readSchools = ({ schools, links }: SchoolFiles): SchoolList =>
  schoolsOf(readExtract(schools, schoolColumns), links && readExtract(links, linkColumns));

/** Cut short, the same file goes on from there. Errors: the store's; the rule's for a list that is older than what is known. */
export async function loadSchools(
  runner: CommandRunner,
  list: SchoolList,
  on: CivilDate,
  context: Omit<CommandContext, 'expectedRevision'>,
): Promise<SchoolsLoaded> {
  let recorded = 0;
  let position: Position | undefined;
  for (let at = 0; at < list.length; at += inHand)
    for (const done of await Promise.all(
      list.slice(at, at + inHand).map((details) =>
        runner.run(school, schoolId(details.urn), { type: 'ListSchool', on, details } as const, {
          ...context,
          commandId: idFrom(context.commandId, 'school', details.urn),
        }),
      ),
    )) {
      if (done.events.length > 0) recorded++;
      if (done.position !== undefined && (position === undefined || done.position > position)) position = done.position;
    }
  return { schools: list.length, recorded, position };
}
