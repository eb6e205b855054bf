// One term list as of a day: its deadline by the rule pack, who has it since when, and who was on it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { readState } from '../../../engine/processing/case-projection.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { deadlinesFor, holdsOn, packByVersion, statusOn, type Facts, type Status } from '../../../rules/index.js';
import { factsOf, firstTo } from '../domain/term-lists/subjects.js';
import { termList, type TermList } from '../domain/term-lists/term-list.js';
import { firstDayAt, namesOf, type Term } from '../domain/term-lists/terms.js';
import { packFor } from '../pack.js';

/** The list of one institution for one term has one id, whoever asks first. */
export const termListId = (code: string, term: Term, institution: string | undefined): string =>
  idFrom('term-list', namesOf(code)[0], term.id, institution ?? '');

export interface ListAsOf {
  readonly id: string;
  /** Whether anybody has said that it is expected; only then it stands in the worklist. */
  readonly expected: boolean;
  readonly startsOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly status: Status;
  readonly metOn: CivilDate | null;
  readonly headHasIt: CivilDate | null;
  readonly icbHasIt: CivilDate | null;
  readonly socialCareHasIt: CivilDate | null;
  readonly sent: TermList['sent'];
}

export function listAsOf(
  db: Statements,
  code: string,
  term: Term,
  institution: string | undefined,
  asOf: CivilDate,
): ListAsOf {
  const id = termListId(code, term, institution);
  const list = then(readState<TermList>(db, 'term_list', id) ?? termList.initial, asOf);
  const startsOn = list.expected.at(-1)?.startsOn ?? firstDayAt(code, term, institution);
  const { pack, version } = list.about?.rulePack ?? packFor(term.firstDay);
  const facts: Facts = list.about ? factsOf(list) : { termStart: { on: startsOn, eventId: '', since: asOf } };
  const rows = deadlinesFor(packByVersion(pack, version), 'term', facts);
  const deadline = rows.find((row) => row.key === 'termList' && holdsOn(row, asOf));
  if (!deadline) throw new Error('The rule pack has no deadline for a term list (EHC-11).');
  return {
    id,
    expected: list.about !== undefined,
    startsOn,
    dueOn: deadline.dueOn,
    status: statusOn(deadline, asOf),
    metOn: deadline.metOn ?? null,
    headHasIt: firstTo(list, 'head')?.on ?? null,
    icbHasIt: firstTo(list, 'icb')?.on ?? null,
    socialCareHasIt: firstTo(list, 'social-care')?.on ?? null,
    sent: list.sent,
  };
}

/** What happened later has not happened yet. */
function then({ about, expected, sent }: TermList, asOf: CivilDate): TermList {
  const said = expected.filter(({ on }) => on <= asOf);
  return { about: said.length > 0 ? about : undefined, expected: said, sent: sent.filter(({ on }) => on <= asOf) };
}
