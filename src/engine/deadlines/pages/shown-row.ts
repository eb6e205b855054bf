// A row of a list of deadlines, as home, the worklists and the pages of a person and of a wait show it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseTypes } from '../../processing/case-types.js';
import { paths } from '../../web/paths.js';
import { shownDeadline, type ShownDeadline, type Tag } from '../../web/present/deadline.js';
import { personMarks } from '../../web/present/person-marks.js';
import { words } from '../../web/present/words.js';
import type { WorklistRow } from '../worklist-rows.js';

export interface ShownTask extends ShownDeadline {
  readonly person: string;
  readonly marks: readonly Tag[];
  readonly personHref: string;
  readonly pathway: string;
  /** Where the work is done: the case's own page where it has one. */
  readonly href: string;
}

/** A task's row holds the id of the task, which has no page of its own; what no case type has a page for leads to the person. */
function addressOf(row: WorklistRow, types: CaseTypes): string {
  const addresses = row.scope === 'task' ? [] : types.ofPathway(row.pathway).map((type) => type.addressOf?.(row));
  return addresses.find((one) => one !== undefined) ?? paths.person({ personId: row.personId });
}

export const shownTask = (row: WorklistRow, asOf: CivilDate, today: CivilDate, types: CaseTypes): ShownTask => ({
  ...shownDeadline(row, asOf, today),
  marks: personMarks(row),
  // A term list is about no one person.
  person: row.scope === 'term' ? 'A school’s list' : row.person,
  personHref: row.scope === 'term' ? addressOf(row, types) : paths.person({ personId: row.personId }),
  pathway: words(row.pathway),
  href: addressOf(row, types),
});
