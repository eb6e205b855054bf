// What the use cases on a programme have in common: who may, and what is asked of the young person's own record first.
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { personThen } from '../../engine/person/person-then.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { useCasesOn } from '../../engine/use-cases/case-use-case.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import type { Typed } from '../../engine/web/forms/question.js';
import { date } from '../../engine/web/forms/questions.js';
import { birthday, type CivilDate } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import { requireStarted } from './domain/checks.js';
import { readinessKind } from './domain/readiness-kind.js';
import { requireMayKnow } from './may-know.js';
import type { ReadinessView } from './queries/readiness-view.js';

/** RSG-01: the clinic runs the programme. */
export const clinic = ['specialist-nurse', 'camhs-clinician'];

export const readinessUseCase = useCasesOn(readinessKind, {
  section: 'Readiness',
  id: 'programmeId',
  who: { roles: clinic, because: 'RSG-01: the clinic that runs the programme records what becomes of it' },
  uses: [CommandRunner, ReadSide],
  async run({ type, id, command, ask: { context, today } }, runner, readSide) {
    if (context.actor.role === 'adult-clinician') requireMayKnow(readSide.db, id, context.actor, today);
    return runner.run(type, id, command, context);
  },
});

/** The adult service says what happened there: with consent, or once the young person is theirs (TRN-42 to TRN-44). */
export const withAdultService = (because: string) => ({ roles: [...clinic, 'adult-clinician'], because });

/** What decisions must know of the young person of a programme. Error: `not-found`. */
export async function aboutPersonOf(journal: Journal, programmeId: string, on: CivilDate) {
  const { state } = await journal.load(readinessKind, programmeId);
  const { personId, organisation } = requireStarted(state);
  const { events, birthDate: born } = await personThen(journal, personId, { asOf: on });
  const birthDate = born?.on;
  return { birthDate, adultLetsParent: adultLetsParent(events, organisation, birthDate) };
}

const involveParents = 'involve-parent-or-carer';

/** TRN-42, TRN-43: what was said before the 18th birthday counts no more, nor what was said to another organisation; the adult is asked again. */
function adultLetsParent(events: readonly Envelope[], organisation: string, birthDate: CivilDate | undefined): boolean {
  if (birthDate === undefined) return false;
  const adult = birthday(birthDate, 18);
  const last = events.findLast(
    ({ type, data, occurredOn }) =>
      type === 'ConsentRecorded' &&
      data['purpose'] === involveParents &&
      data['recipient'] === organisation &&
      data['decidedBy'] !== 'person-with-parental-responsibility' &&
      occurredOn >= adult,
  );
  return last?.data['decision'] === 'given';
}

/** What a form on the page of a programme knows. `about` is the help, the goal, the link or the event that it is about. */
export interface ReadinessSubject {
  readonly view: ReadinessView;
  readonly about: string;
  readonly today: CivilDate;
}

export type ReadinessGroup = 'stage' | 'forms' | 'help' | 'visits' | 'goals' | 'adult' | 'record';

/** A form on the page of a programme. */
export const readinessForm = formsAt<ReadinessSubject, ReadinessView, ReadinessGroup>('readiness');

/** One link about the programme as a whole: whether it can be recorded of it is the decision's to say. */
export const ofProgramme = (text: string) => () => [{ about: 'programme', text }];

export const dayOf = (label: string, what = 'The day') => date({ label, what });

/** Today, as if it were typed as the day on which it happened. */
export function today({ today: on }: ReadinessSubject): Typed {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year };
}
