// One row of the SEND worklist as it is shown.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { shownDeadline, type ShownDeadline, type Tag } from '../../../engine/web/present/deadline.js';
import type { ReviewWorklistRow } from '../queries/review-worklist-rows.js';
import { placementWords } from './placement-words.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';

export interface ShownRow extends ShownDeadline {
  readonly person: string;
  readonly marks: readonly Tag[];
  readonly personHref: string;
  readonly href: string;
  readonly about: string;
  readonly officer: string;
}

export const yearWords = (year: number): string =>
  year < 0 ? 'Early years' : year === 0 ? 'Reception' : `Year ${year}`;

export const shownRow = (row: ReviewWorklistRow, asOf: CivilDate, today: CivilDate): ShownRow => ({
  ...shownDeadline(row, asOf, today),
  person: row.person,
  marks: personMarks(row),
  personHref: paths.person({ personId: row.personId }),
  href:
    row.scope === 'cycle'
      ? paths.ehc.review({ planId: row.caseId, cycleId: row.subjectId })
      : paths.ehc.plan({ planId: row.caseId }),
  about: [
    row.yearGroup === null ? undefined : yearWords(row.yearGroup),
    row.placement === null ? 'No placement on record' : placementWords({ ...row.placed, kind: row.placement }),
  ]
    .filter((part) => part !== undefined)
    .join(', '),
  officer: row.officer ?? 'Nobody',
});
