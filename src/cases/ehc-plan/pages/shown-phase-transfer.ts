// One phase transfer as its register shows it: the limit, the step reached, where from and where to.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Status } from '../../../rules/index.js';
import { paths } from '../paths.js';
import { numberedSchool } from '../../../engine/schools/school-words.js';
import { statusTag, whyPath } from '../../../engine/web/present/deadline.js';
import { words } from '../../../engine/web/present/words.js';
import type { PhaseTransferRow, TransferStep } from '../queries/phase-transfer-query.js';
import { personMarks } from '../../../engine/web/present/person-marks.js';

export const stepWords: Readonly<Record<TransferStep, string>> = {
  nothing: 'No review on record',
  'review-held': 'Review held',
  decision: 'Decision notice sent',
  'amendment-notice': 'Amendment notice sent',
  named: 'Final plan names the next place',
};

const day = (on: string): CivilDate => on as CivilDate;

export function shownTransferRow(row: PhaseTransferRow, asOf: CivilDate, today: CivilDate) {
  const { planId, transferId: subjectId, key, dueOn, metOn, status, reviewHeldOn, noticeOn, school, next } = row;
  const dated = { dueOn: day(dueOn), metOn: metOn === null ? null : day(metOn), status: status as Status };
  return {
    person: row.person === '' ? 'Name not known' : row.person,
    marks: personMarks(row),
    href: paths.ehc.plan({ planId }),
    dueOn,
    rule: row.rule,
    tag: statusTag(dated, asOf),
    why: whyPath({ pathway: 'ehc', caseId: planId, key, subjectId }, asOf === today ? undefined : asOf),
    phase: words(row.phase),
    transferOn: row.transferOn,
    step: stepWords[row.step],
    dates: [
      reviewHeldOn === null ? undefined : `review held ${formatDate(day(reviewHeldOn))}`,
      noticeOn === null ? undefined : `amendment notice ${formatDate(day(noticeOn))}`,
      metOn === null ? undefined : `named ${formatDate(day(metOn))}`,
    ].filter((part) => part !== undefined),
    place: [
      school === null ? 'No school on record now' : numberedSchool(school, row.schoolName),
      next === null ? undefined : numberedSchool(next, row.nextName),
    ]
      .filter((part) => part !== undefined)
      .join(' → '),
    officer: row.officer ?? 'Nobody',
  };
}
