// One row of a worklist, from its row in the table and the date for which it is asked.
import { fullName } from '../../kernel/full-name.js';
import { daysBetween, type CivilDate } from '../../kernel/calendar/index.js';
import type { Value } from '../processing/statements.js';
import { statusOn, type Kind, type Status } from '../../rules/deadline.js';
import { never } from './deadline-table.js';
import type { MarkedPerson } from '../person/person-marks.js';

export interface WorklistRow extends MarkedPerson {
  readonly pathway: string;
  readonly caseId: string;
  /** Empty, like the name, where it is about no one person: the term list of a school (EHC-11). */
  readonly personId: string;
  readonly person: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly scope: string;
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly force: string;
  readonly source: string;
  readonly kind: string;
  /** First day of a window. */
  readonly opensOn: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly status: Status;
  /** Days past the due date; negative while there is time. Left out where it is not known whether it was done, or can no longer be done. */
  readonly daysLate?: number;
  readonly metOn: CivilDate | null;
  readonly notEvidenced: boolean;
  readonly trigger: { readonly fact: string; readonly on: CivilDate; readonly event: string };
  readonly otherReading: { readonly label: string; readonly dueOn: CivilDate } | null;
}

export interface Found {
  [column: string]: Value;
}

export function shown(found: Found, asOf: CivilDate): WorklistRow {
  const text = (column: string) => found[column] as string;
  const date = (column: string) => found[column] as CivilDate;
  const optional = (column: string) => (found[column] === never || found[column] === null ? undefined : date(column));
  // What happened later has not happened yet.
  const metOn = date('met_on') <= asOf ? date('met_on') : undefined;
  const status = statusOn(
    {
      kind: found['kind'] as Kind,
      dueOn: date('due_on'),
      opensOn: optional('opens_on'),
      metOn,
      beganOn: optional('began_on'),
      untold: found['untold'] === 1,
      missed: found['missed'] === 1,
      lapsesOn: optional('lapses_on'),
    },
    asOf,
  );
  return {
    pathway: text('pathway'),
    caseId: text('case_id'),
    personId: text('person_id'),
    person: fullName(found),
    subjectId: text('subject_id'),
    subject: text('subject_label'),
    scope: text('scope'),
    key: text('key'),
    rule: text('rule'),
    title: text('title'),
    force: text('force'),
    source: text('source'),
    kind: text('kind'),
    opensOn: optional('opens_on') ?? null,
    dueOn: date('due_on'),
    status,
    ...(status === 'not known' || status === 'missed' ? {} : { daysLate: daysBetween(date('due_on'), metOn ?? asOf) }),
    metOn: metOn ?? null,
    notEvidenced: metOn !== undefined && found['not_evidenced'] === 1,
    trigger: { fact: text('trigger_fact'), on: date('trigger_on'), event: text('trigger_event') },
    otherReading:
      found['comparison_due_on'] === null
        ? null
        : { label: text('comparison_label'), dueOn: date('comparison_due_on') },
  };
}
