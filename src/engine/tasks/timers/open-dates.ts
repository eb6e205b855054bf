// The dates of a case as its own history has them now: the read models only say where to look.
import type { Journal } from '../../../store/journal.js';
import type { Actor } from '../../../kernel/envelope.js';
import { personThen } from '../../person/person-then.js';
import { replay } from '../../processing/replay.js';
import type { Replayable } from '../../processing/slice.js';
import { underChoices, type Choices } from '../../../rules/chosen-settings.js';
import type { Deadline } from '../../../rules/deadline.js';
import { deadlinesOf } from '../../deadlines/deadline-rows.js';
import type { OpenDate } from './timer-rules.js';

export interface DatesOfCase {
  readonly personId: string;
  /** Then nobody is reminded, and no family is told, of anything. */
  readonly died: boolean;
  /** The event that says so. */
  readonly diedBy?: string;
  /** The event that took a death back, and nothing after it says one. */
  readonly deathTakenBackBy?: string;
  /** Of whoever recorded the case's latest fact. */
  readonly organisation: Actor['organisation'];
  /** Every date of the case, met ones and those that do not hold any more too. */
  readonly all: readonly Deadline[];
  /** Those that hold, that nothing has met, and that can still be met. */
  readonly open: readonly OpenDate[];
}

/** Of what only a return could have told nobody is reminded: it may be done long ago. */
const isOpen = ({ metOn, validTo, missed, untold, beganOn }: Deadline): boolean =>
  metOn === undefined && validTo === undefined && !missed && !(untold === true && beganOn === undefined);

/** The last of those that took back a death; a move that was taken back is another matter. */
function deathTakenBack({ recorded: events }: Awaited<ReturnType<typeof personThen>>): string | undefined {
  const deaths = new Set<unknown>(events.filter(({ type }) => type === 'YoungPersonDied').map(({ id }) => id));
  return events.findLast(({ type, data }) => type === 'FactWithdrawn' && deaths.has(data['correctsEventId']))?.id;
}

/** Error: `not-found`. `choices` are the area's, read once for all the cases of a look. */
export async function datesOfCase(
  journal: Journal,
  type: Replayable,
  caseId: string,
  choices: Choices,
): Promise<DatesOfCase> {
  const { state, events } = await replay(journal, type, caseId);
  const { subjectIds, actor } = events[events.length - 1]!.metadata;
  const personId = subjectIds[0] ?? '';
  const person = await personThen(journal, personId);
  const subjects = underChoices(type.subjects(caseId, state, person), choices);
  const dated = subjects.flatMap((subject) =>
    deadlinesOf(subject).map((deadline) => ({ deadline, facts: subject.facts })),
  );
  return {
    personId,
    died: person.diedOn !== undefined,
    diedBy: person.events.findLast(({ type }) => type === 'YoungPersonDied')?.id,
    deathTakenBackBy: person.diedOn === undefined ? deathTakenBack(person) : undefined,
    organisation: actor.organisation,
    all: dated.map(({ deadline }) => deadline),
    open: dated.filter(({ deadline }) => isOpen(deadline)),
  };
}
