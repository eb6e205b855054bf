// What may happen on a made-up way through Ready Steady Go, by the words of readiness-kinds.json.
import { itemsOf, type Questionnaire } from '../../../cases/readiness/domain/questionnaires/questionnaire.js';
import { newestShipped } from '../../../cases/readiness/domain/questionnaires/shipped.js';
import type { Alone, Stage, SummaryRecipient } from '../../../cases/readiness/domain/codes.js';
import type { Answers } from '../../../cases/readiness/domain/questionnaires/answers.js';
import { isOpenGoal, openHelp, type Programme } from '../../../cases/readiness/domain/state.js';
import type { ReadinessCommand } from '../../../cases/readiness/readiness.js';
import { addDays, addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { adultService, transitionOf } from '../transition/steps.js';
import type { Tale } from '../tale.js';

interface Told {
  readonly on: CivilDate;
  readonly tale: Tale;
  readonly detail: string;
  /** Days ahead, or how many answers ask for help. */
  readonly number: number;
  readonly state: Programme;
}
type Say = (told: Told) => ReadinessCommand | undefined;

/** Every other item is answered with yes; the first of them, so many, ask for help. */
function filledIn(sheet: Questionnaire, asking: number): Answers {
  const items = itemsOf(sheet).filter((_, at) => at % 2 === 0);
  return Object.fromEntries(
    items.map(({ id }, at) => [
      id,
      at < asking
        ? { answer: 'help', comment: at === 0 ? 'I would like somebody to go through it with me' : undefined }
        : { answer: 'yes' },
    ]),
  );
}

const answered = (sheet: Questionnaire, { on, tale, number }: Told): ReadinessCommand => ({
  ...{ type: 'RecordAnswers', on, sheet, voice: sheet.voice, how: number > 1 ? 'with-staff' : 'paper' },
  ...{ answers: filledIn(sheet, number), birthDate: tale.person.birthDate, adultSide: false },
});

/** The help that has been open the longest. */
const oldest = (state: Programme): string | undefined =>
  [...openHelp(state)].sort((a, b) => (a.on < b.on ? -1 : 1))[0]?.helpId;

const visited = ({ on, number }: Told, seenAlone: Alone, jointWith?: string): ReadinessCommand => ({
  ...{ type: 'RecordVisit', on, seenAlone, tookPart: 'present', askThreeQuestions: seenAlone !== 'none', jointWith },
  nextOn: number > 0 ? addDays(on, number) : undefined,
});

const steps: Readonly<Record<string, Say>> = {
  appointment: ({ on, number }) => ({ type: 'MakeAppointment', on, appointmentOn: addDays(on, number) }),
  own: (told) => answered(newestShipped(told.detail as 'steady'), told),
  parent: (told) => answered(newestShipped('parent-and-carer'), told),
  visit: (told) => visited(told, told.detail as Alone),
  joint: (told) => visited(told, 'whole', adultService),
  stage: ({ on, detail }) => ({ type: 'EnterStage', on, stage: detail as Stage, judgedBy: ['young-person', 'clinic'] }),
  'help-said': ({ on, tale }) => ({
    ...{ type: 'RaiseHelp', on, helpId: idFrom(tale.person.id, 'help', on), askedBy: 'young-person' },
    what: 'Would like to know who to ring when the medicine runs out on a weekend.',
  }),
  'help-given': ({ on, state }) => {
    const helpId = oldest(state);
    return helpId === undefined
      ? undefined
      : { type: 'AddressHelp', on, helpId, outcome: 'given', how: 'Went through it together, twice.' };
  },
  'help-rechecked': ({ on, state }) => {
    const helpId = oldest(state);
    return helpId === undefined ? undefined : { type: 'RecheckHelp', on, helpId };
  },
  goal: ({ on, tale }) => ({
    ...{ type: 'AgreeGoal', on, goalId: idFrom(tale.person.id, 'goal', on), agreedWith: ['young-person', 'clinic'] },
    ...{ goal: 'I order my own repeat prescription.', reviewOn: addMonths(on, 6) },
  }),
  'goal-reviewed': ({ on, state }) => {
    const goal = Object.values(state.goals).find(isOpenGoal);
    return (
      goal && { type: 'ReviewGoal', on, goalId: goal.goalId, outcome: 'met', note: 'Did it three months running.' }
    );
  },
  camhs: ({ on, tale }) => ({ type: 'NoteTransition', on, transitionId: transitionOf(tale) }),
  'plan-transfer': ({ on, tale }) => ({
    ...{ type: 'PlanTransfer', on, transferOn: addMonths(tale.person.birthDate, 12 * 18 + 1) },
  }),
  introduced: ({ on }) => ({ type: 'MeetAdultService', on, organisation: adultService }),
  passport: ({ on }) => ({
    ...{ type: 'WritePassport', on, aboutMe: 'I know my condition well. I like it when you talk to me first.' },
    ...{ helpsMe: 'A quiet room, and time to think.', whenUnwell: 'Ring my sister. She has the plan.' },
  }),
  summary: ({ on, detail }) => ({
    ...{ type: 'SendSummary', on, to: detail as SummaryRecipient },
    summary: 'Diagnosis, medicines, what works, what the young person wants, and what is still open.',
  }),
  transfer: ({ on }) => ({ type: 'Transfer', on, organisation: adultService, firstClinicOn: addDays(on, 56) }),
  'hello-consent': ({ on, tale }) => ({
    ...{ type: 'ConsentToHello', on, decidedBy: 'young-person', birthDate: tale.person.birthDate },
  }),
};

/** `word` is a step, with its detail after a colon: `stage:steady`. Nothing is said where there is nothing that it could be about. */
export function readinessStep(word: string, on: CivilDate, number: number, tale: Tale) {
  const [name = '', detail = ''] = word.split(':');
  const step = steps[name];
  if (!step) throw new Error(`There is no step ${word} of a readiness programme`);
  return (state: Programme): ReadinessCommand[] => {
    const said = step({ on, tale, detail, number, state });
    return said ? [said] : [];
  };
}
