// From the facts of one programme that stand to what is shown of it, each answer in the words of the version that it was given to.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { birthday } from '../../../kernel/calendar/index.js';
import { foldStanding } from '../../../kernel/history.js';
import type { ReadinessEvent } from '../domain/events.js';
import { correctableDates } from '../domain/codes.js';
import { changedSince, helpAsked, sideBySide, type Answer, type Answers } from '../domain/questionnaires/answers.js';
import { itemsOf, type Questionnaire, type Voice } from '../domain/questionnaires/questionnaire.js';
import { readinessKind } from '../domain/readiness-kind.js';
import {
  isOpenGoal,
  nextAppointment,
  ownerOf,
  plannedTransfer,
  reviewOnOf,
  stageOn,
  workerOn,
  type Goal,
  type Help,
  type Programme,
  type Submission,
} from '../domain/state.js';
import { stagesByAge } from '../pack.js';
import type {
  AnswerView,
  BesideView,
  CorrectableFactView,
  GoalView,
  HelpView,
  ReadinessView,
  SubmissionView,
} from './readiness-view.js';

/** What is looked up beside the programme. */
export interface BesideProgramme {
  readonly revision: number;
  readonly birthDate?: CivilDate;
  /** By the day that is asked for: nothing is prompted any more. */
  readonly diedOn?: CivilDate;
  readonly openTransitionId?: string;
  /** The sheet by its version; undefined for one that is known no more. */
  sheet(id: string, version: number): Questionnaire | undefined;
}

/** Which words the reader may have: the clinic all, the adult service what is theirs, nobody else any (SHARE matrix). */
export type Words = 'all' | 'adult' | 'none';

/** What the facts say in words, by the id of the event; gone where the person's key is destroyed (REC-12). */
type Texts = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

interface Seen {
  readonly state: Programme;
  readonly texts: Texts;
  readonly beside: BesideProgramme;
  readonly words: Words;
}

/** `events`: what stands and had happened by `asOf`. Undefined where there is nothing yet. */
export function viewProgramme(
  id: string,
  events: readonly ReadinessEvent[],
  beside: BesideProgramme,
  asOf: CivilDate,
  words: Words,
): ReadinessView | undefined {
  const state = foldStanding(readinessKind, events);
  const { started, transferred, ended } = state;
  if (!started) return undefined;
  const texts: Texts = new Map(events.map((event) => [event.id, event.data as Readonly<Record<string, unknown>>]));
  const seen: Seen = { state, texts, beside, words };
  const planned = plannedTransfer(state);
  const { birthDate } = beside;
  const passport = state.passports.at(-1);
  return {
    id,
    revision: beside.revision,
    personId: started.personId,
    service: started.service,
    organisation: started.organisation,
    pack: started.pack,
    startedOn: started.on,
    stage: stageOn(state),
    stages: state.stages.map(({ stage, on }) => ({ stage, on })),
    stagesByAge: birthDate && !beside.diedOn ? stagesByAge(started, birthDate, asOf) : [],
    worker: workerOn(state),
    transferOn: planned?.transferOn ?? (birthDate && birthday(birthDate, 18)),
    transferPlanned: planned !== undefined,
    nextOn: nextAppointment(state, asOf)?.appointmentOn,
    besideCamhsTransition: state.camhsTransition !== undefined,
    openTransitionId: beside.openTransitionId,
    submissions: state.submissions.map((one) => submissionView(seen, one)),
    sideBySide: words === 'all' ? besideViews(seen) : [],
    helps: helpViews(seen),
    goals: Object.values(state.goals).map((goal) => goalView(seen, goal)),
    visits: state.visits.map(({ on, eventId, ...visit }) => ({
      on,
      eventId,
      ...visit,
      note: own(seen, eventId, 'note'),
    })),
    links: Object.values(state.links).map(({ linkId, on, questionnaire, version, voice, validUntil, ...link }) => ({
      ...{ linkId, on, questionnaire, version, voice, validUntil },
      withdrawnOn: link.withdrawn?.on,
      sentOn: link.sent?.on,
    })),
    adultServicesMet: state.adultServicesMet.map(({ on, organisation }) => ({ on, organisation })),
    passport: passport && {
      on: passport.on,
      aboutMe: shared(seen, passport.eventId, 'aboutMe'),
      helpsMe: shared(seen, passport.eventId, 'helpsMe'),
      whenUnwell: shared(seen, passport.eventId, 'whenUnwell'),
    },
    summaries: state.summaries.map(({ on, to, eventId }) => ({ on, to, summary: shared(seen, eventId, 'summary') })),
    transferred: transferred && { on: transferred.on, organisation: transferred.organisation },
    firstClinicOn: transferred?.firstClinicOn,
    helloConsentedOn: state.helloConsent?.on,
    endedOn: ended?.on,
    endedBecause: ended?.reason,
    diedOn: beside.diedOn,
    withoutWords: words !== 'all',
    facts: events.map(factView).reverse(),
  };
}

/** For the clinic alone. */
const own = ({ words, texts }: Seen, eventId: string, field: string): string | undefined =>
  words === 'all' ? textOf(texts, eventId, field) : undefined;

/** For the adult service too. */
const shared = ({ words, texts }: Seen, eventId: string, field: string): string | undefined =>
  words === 'none' ? undefined : textOf(texts, eventId, field);

function textOf(texts: Texts, eventId: string, field: string): string | undefined {
  const found = texts.get(eventId)?.[field];
  return typeof found === 'string' ? found : undefined;
}

const answersOf = ({ texts }: Seen, { eventId }: Pick<Submission, 'eventId'>): Answers | undefined =>
  texts.get(eventId)?.['answers'] as Answers | undefined;

function submissionView(seen: Seen, submission: Submission): SubmissionView {
  const { eventId, on, questionnaire, version, voice, how, helpAsked: asked } = submission;
  const stage = stageOn(seen.state, on);
  const sheet = seen.beside.sheet(questionnaire, version);
  const mayRead = seen.words === 'all' || (seen.words === 'adult' && voice === 'adult');
  const answers = mayRead ? answersOf(seen, submission) : undefined;
  return {
    ...{ eventId, on, questionnaire, version, voice, how, stage, helpAsked: asked },
    title: sheet?.title ?? questionnaire,
    answers: answers && answerViews(sheet, answers),
  };
}

/** In the order of the sheet; what is answered to no item of it stands last. */
function answerViews(sheet: Questionnaire | undefined, answers: Answers): AnswerView[] {
  const items = sheet ? itemsOf(sheet) : [];
  const strange = Object.keys(answers).filter((item) => !items.some(({ id }) => id === item));
  return [...items, ...strange.map((id) => ({ id, label: id }))].map(({ id, label }) => ({
    item: id,
    label,
    ...answers[id],
  }));
}

const lastOf = (seen: Seen, voice: Voice): Submission | undefined =>
  seen.state.submissions.findLast((one) => one.voice === voice);

/**
 * The last of each voice, and what the young person said the time before. Neither fills a gap of the other (RSG-04); and what a sheet does not
 * ask was not left blank.
 */
function besideViews(seen: Seen): BesideView[] {
  const said = (submission: Submission | undefined) => {
    const sheet = submission && seen.beside.sheet(submission.questionnaire, submission.version);
    return submission && sheet ? { questionnaire: sheet, answers: answersOf(seen, submission) ?? {} } : undefined;
  };
  const asks = (one: ReturnType<typeof said>, item: string) =>
    one !== undefined && itemsOf(one.questionnaire).some(({ id }) => id === item);
  const [theirs, parents] = [said(lastOf(seen, 'young-person')), said(lastOf(seen, 'parent'))];
  const before = said(seen.state.submissions.filter(({ voice }) => voice === 'young-person').at(-2));
  const changed = theirs && before ? changedSince(before.answers, theirs.answers) : [];
  return sideBySide(theirs, parents).map(({ itemId, section, label, youngPerson, parent, differs }) => {
    const asked = asks(theirs, itemId);
    const then = changed.find((one) => one.itemId === itemId)?.before;
    return {
      ...{ item: itemId, section, label, differs },
      youngPersonAsked: asked,
      youngPerson: youngPerson.answer,
      youngPersonComment: youngPerson.comment,
      before: asked ? beforeOf(then, youngPerson) : undefined,
      parentAsked: asks(parents, itemId),
      parent: parent.answer,
      parentComment: parent.comment,
    };
  });
}

const beforeOf = (before: Answer | undefined, now: Answer): string | undefined =>
  before?.answer !== undefined && before.answer !== now.answer ? before.answer : undefined;

/** What is open first, the oldest first. */
const helpViews = (seen: Seen): HelpView[] =>
  Object.values(seen.state.helps)
    .sort((a, b) => Number(Boolean(a.addressed)) - Number(Boolean(b.addressed)) || (a.on < b.on ? -1 : 1))
    .map((help) => helpView(seen, help));

function helpView(seen: Seen, help: Help): HelpView {
  const { helpId, on, eventId, askedBy, rechecks, addressed } = help;
  const stage = stageOn(seen.state, on);
  return {
    ...{ helpId, on, eventId, askedBy, stage },
    carried: !addressed && stage !== stageOn(seen.state),
    what: whatOf(seen, help),
    owner: ownerOf(seen.state, help),
    recheckedOn: rechecks.at(-1)?.on,
    addressedOn: addressed?.on,
    outcome: addressed?.outcome,
    how: addressed && own(seen, addressed.eventId, 'how'),
  };
}

/** Asked for at a visit, in its own words; in a form, by the item that asks. */
function whatOf(seen: Seen, { eventId, inForm }: Help): string | undefined {
  if (inForm === undefined) return own(seen, eventId, 'what');
  const submission = seen.state.submissions.find((one) => one.eventId === eventId);
  const sheet = submission && seen.beside.sheet(submission.questionnaire, submission.version);
  const answers = submission && answersOf(seen, submission);
  if (seen.words !== 'all' || !sheet || !answers) return undefined;
  const item = helpAsked(sheet, answers)[inForm];
  const comment = item && answers[item.id]?.comment;
  return item && (comment === undefined ? item.label : `${item.label} (${comment})`);
}

function goalView(seen: Seen, goal: Goal): GoalView {
  const { goalId, on, eventId, agreedWith, reviews } = goal;
  return {
    ...{ goalId, on, agreedWith },
    goal: shared(seen, eventId, 'goal'),
    reviewOn: reviewOnOf(goal),
    open: isOpenGoal(goal),
    reviews: reviews.map((review) => {
      return { on: review.on, outcome: review.outcome, note: own(seen, review.eventId, 'note') };
    }),
  };
}

function factView({ id, type, occurredOn, data }: ReadinessEvent): CorrectableFactView {
  const dates = Object.entries(data).filter(
    (one): one is [string, string] =>
      (correctableDates as readonly string[]).includes(one[0]) && typeof one[1] === 'string',
  );
  return {
    eventId: id,
    type,
    dates: [{ field: 'occurredOn', on: occurredOn }, ...dates.map(([field, on]) => ({ field, on }))],
  };
}
