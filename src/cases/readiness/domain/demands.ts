// What each fact of a programme demands of what is on record by its day: the decisions ask it before they record, and a correction asks it of the whole history.
import { birthday, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound, OnwardError, refuse } from '../../../kernel/errors.js';
import { openHelpOf, requireAhead, requireGivenBy, requireNotBeforeStart, requireRunning } from './checks.js';
import { stages, type Ending, type GoalOutcome, type Stage } from './codes.js';
import type { readinessEvents } from './events.js';
import type { QuestionnaireId, Voice } from './questionnaires/questionnaire.js';
import { goalIsClosedBy, isOpenGoal, openHelp, type Link, type Programme } from './state.js';

/** Of the young person, from their own record. */
export interface AboutPerson {
  readonly birthDate?: CivilDate;
  /** By that day the adult lets a parent take part (TRN-42). */
  readonly adultLetsParent?: boolean;
}

interface OnDay {
  readonly on: CivilDate;
}

export interface Demand<S extends OnDay> {
  /** The rule by which the fact is on record at all. */
  readonly rule: string;
  /** Errors: `refused-by-rule`, `invalid-input`, `not-found`, `already-exists`; each is thrown by what is on record before anything that is said is looked at. */
  require(state: Programme, said: S, person?: AboutPerson): void;
}

/** Nothing is said of a programme that does not run, nor of a day before it began. */
const running = <S extends OnDay = OnDay>(
  rule: string,
  more: (state: Programme, said: S, person: AboutPerson) => void = () => undefined,
): Demand<S> => ({
  rule,
  require(state, said, person = {}) {
    requireRunning(state);
    requireNotBeforeStart(state, said.on, 'on', rule);
    more(state, said, person);
  },
});

const started: Demand<OnDay & { readonly plannedTransferOn?: CivilDate }> = {
  rule: 'RSG-01',
  require(_, { on, plannedTransferOn }, { birthDate } = {}) {
    if (birthDate !== undefined && on < birthday(birthDate, 11))
      throw refuse(
        'RSG-01',
        `The programme is for young people from 11: they turn 11 on ${formatDate(birthday(birthDate, 11))}.`,
      );
    requireTransferNotBefore(plannedTransferOn, on, 'plannedTransferOn');
  },
};

const stageEntered = running<OnDay & { readonly stage: Stage }>('RSG-03', ({ stages: entered }, { on, stage }) => {
  const there = entered.at(-1);
  if (!there) return;
  if (stages.indexOf(stage) <= stages.indexOf(there.stage))
    throw refuse(
      'RSG-03',
      stage === there.stage
        ? 'They are in this stage already.'
        : 'The stages go forwards: Ready, then Steady, then Go. Nobody is sent back.',
      { help: 'If a stage was entered in error, take that back.' },
    );
  if (on < there.on)
    throw invalid('on', `must not be before ${formatDate(there.on)}, when the stage before was entered`, 'RSG-03');
});

const transferPlanned = running<OnDay & { readonly transferOn: CivilDate }>('RSG-09', (state, { transferOn }) => {
  if (state.transferred)
    throw refuse('RSG-09', `They moved to the adult service on ${formatDate(state.transferred.on)}.`);
  requireTransferNotBefore(transferOn, requireRunning(state).on, 'transferOn');
});

/** A move to an adult service cannot come before the programme that prepares it. */
function requireTransferNotBefore(transferOn: CivilDate | undefined, start: CivilDate, field: string): void {
  if (transferOn !== undefined && transferOn < start)
    throw invalid(field, `must not be before ${formatDate(start)}, the day on which the programme began`, 'RSG-09');
}

const appointmentMade = running<OnDay & { readonly appointmentOn: CivilDate }>('RSG-04', (_, { on, appointmentOn }) =>
  requireAhead(appointmentOn, on, 'appointmentOn', 'RSG-04'),
);

const visitRecorded = running<OnDay & { readonly nextOn?: CivilDate }>('RSG-08', (_, { on, nextOn }) => {
  requireAhead(nextOn, on, 'nextOn', 'RSG-04');
});

interface OfferedForm extends OnDay {
  readonly linkId: string;
  readonly voice: Voice;
  readonly validUntil: CivilDate;
}

const formOffered = running<OfferedForm>('RSG-04', (state, said, person) => {
  requireAhead(said.validUntil, said.on, 'validUntil', 'RSG-04');
  requireStillAsked(state, said);
  requireMayBeAsked(state, said, person);
});

/** RSG-12: at the adult service Hello is asked, and no sheet of the stages any more. */
function requireStillAsked({ transferred }: Programme, { on, voice }: OnDay & { readonly voice: Voice }): void {
  if (voice === 'adult' || !transferred || on < transferred.on) return;
  throw refuse(
    'RSG-12',
    `They moved to the adult service on ${formatDate(transferred.on)}: the sheets of the stages are not asked any more.`,
    { help: 'Hello is theirs there, with their own yes.' },
  );
}

/** The same fact again for a link that is there: more time for it. */
const moreTime = running<Omit<OfferedForm, 'voice'>>('RSG-04', (state, { on, linkId, validUntil }, person) => {
  const link = linkOf(state, linkId);
  requireGivenBy(link, on);
  if (link.sent) throw refuse('RSG-05', `The form was sent on ${formatDate(link.sent.on)}: it needs no more time.`);
  if (link.withdrawn)
    throw refuse('RSG-04', 'This link was taken back.', {
      help: 'Make a new one: it may have been with somebody else.',
    });
  requireAhead(validUntil, on, 'validUntil', 'RSG-04');
  requireMayBeAsked(state, { on, voice: link.voice }, person);
});

const formWithdrawn = running<OnDay & { readonly linkId: string }>('RSG-04', (state, { on, linkId }) => {
  const link = linkOf(state, linkId);
  requireGivenBy(link, on);
  if (link.sent)
    throw refuse('RSG-05', `The form was sent on ${formatDate(link.sent.on)}: there is nothing to take back.`);
  const later = link.offers.findLast((offer) => offer.on > on);
  if (later)
    throw refuse('RSG-04', `More time was given for this link on ${formatDate(later.on)}.`, {
      help: 'It was taken back on that day or later; or take the time that was given back first.',
    });
});

interface SubmittedForm extends OnDay {
  readonly questionnaire: QuestionnaireId;
  readonly version: number;
  readonly voice: Voice;
  readonly linkId?: string;
}

const submitted = running<SubmittedForm>('RSG-04', (state, said, person) => {
  const { on, linkId } = said;
  if (linkId !== undefined) requireUsable(theirLink(state, linkId), said);
  requireMayBeAsked(state, said, person);
  if (linkId !== undefined) return;
  // The same sheet of the same voice on one day is the same sheet: a second one on paper is none.
  const { questionnaire, version } = said;
  if (state.submissions.some((one) => one.questionnaire === questionnaire && one.version === version && one.on === on))
    throw new OnwardError('already-exists', {
      rule: 'RSG-05',
      detail: `This form of ${formatDate(on)} is on record already.`,
      help: 'If it was recorded wrongly, take that back first.',
    });
});

/** Error: `not-found`. */
export function linkOf({ links }: Programme, linkId: string): Link {
  const link = Object.hasOwn(links, linkId) ? links[linkId] : undefined;
  if (!link) throw notFound('link for a form', linkId);
  return link;
}

/** In words for whoever has the link: nothing of what was typed is lost by a refusal. */
function theirLink({ links }: Programme, linkId: string): Link {
  const link = Object.hasOwn(links, linkId) ? links[linkId] : undefined;
  if (link) return link;
  throw refuse('RSG-04', 'This link belongs to somebody else, or to nobody.', {
    help: 'Ask the clinic for a link of your own. What you wrote is not lost: keep this page open.',
  });
}

/** A link is for one form and one voice, for a time, and once. */
function requireUsable(link: Link, { on, questionnaire, version, voice }: SubmittedForm): void {
  const { sent, withdrawn, validUntil } = link;
  if (sent)
    throw new OnwardError('already-exists', {
      rule: 'RSG-05',
      detail: `This form was sent already, on ${formatDate(sent.on)}.`,
      help: 'Nothing more is needed. If something has changed, tell your nurse.',
    });
  if (withdrawn) throw refuse('RSG-04', 'The clinic took this link back.', { help: 'Ask your nurse for a new one.' });
  requireGivenBy(link, on);
  if (on > validUntil)
    throw refuse('RSG-04', `This link could be used until ${formatDate(validUntil)}.`, {
      help: 'Ask your nurse for a new one. What you wrote is kept.',
    });
  if (voice !== link.voice) throw notTheirVoice();
  if (questionnaire !== link.questionnaire || version !== link.version)
    throw refuse('RSG-05', 'These answers belong to another form than the one of this link.', {
      help: 'Open the link again: what you wrote is kept.',
    });
}

export const notTheirVoice = (): OnwardError =>
  refuse('RSG-04', 'This form is for somebody else to answer: each speaks for themselves.', {
    help: 'A parent or carer has a form of their own, and so has the young person. Choose the right one and send it again.',
  });

function requireMayBeAsked(
  state: Programme,
  { on, voice }: OnDay & { readonly voice: Voice },
  person: AboutPerson,
): void {
  if (voice === 'parent') requireParentMay(on, person);
  if (voice === 'adult') requireHelloConsent(state, on);
}

/** RSG-12, TRN-42: Hello belongs to the adult's record, and nobody but the adult may say yes to it. */
export function requireHelloConsent({ helloConsent }: Programme, on: CivilDate): void {
  if (helloConsent && helloConsent.on <= on) return;
  throw refuse('RSG-12', 'Hello is the adult’s own: it waits until they have said yes to it themselves.', {
    help: 'The clinic records their yes first, from their 18th birthday on (TRN-42). Nothing of what was written is lost.',
  });
}

/** AMB-19: what a parent takes part in ends with the 18th birthday, unless the adult says otherwise. */
export function requireParentMay(on: CivilDate, { birthDate, adultLetsParent }: AboutPerson): void {
  if (birthDate === undefined || on < birthday(birthDate, 18) || adultLetsParent) return;
  throw refuse('TRN-42', 'They are an adult now: a parent or carer is asked only if the adult has said yes to it.', {
    help: 'Record the adult’s consent to involve a parent or carer first.',
  });
}

interface OfHelp extends OnDay {
  readonly helpId: string;
}

const helpRechecked = running<OfHelp>('RSG-07', (state, { on, helpId }) => void openHelpOf(state, helpId, on));

const helpAddressed = running<OfHelp>('RSG-07', (state, { on, helpId }) => {
  const later = openHelpOf(state, helpId, on).rechecks.findLast((look) => look.on > on);
  if (later)
    throw refuse('RSG-07', `It was still wanted when it was looked at on ${formatDate(later.on)}.`, {
      help: 'Say what became of it on that day or later, or take that look back first.',
    });
});

const goalAgreed = running<OnDay & { readonly reviewOn?: CivilDate }>('RSG-07', (_, { on, reviewOn }) => {
  requireAhead(reviewOn, on, 'reviewOn', 'RSG-07');
});

interface ReviewedGoal extends OnDay {
  readonly goalId: string;
  readonly outcome: GoalOutcome;
  readonly reviewOn?: CivilDate;
}

const goalReviewed = running<ReviewedGoal>('RSG-07', ({ goals }, { on, goalId, outcome, reviewOn }) => {
  const goal = Object.hasOwn(goals, goalId) ? goals[goalId] : undefined;
  if (!goal) throw notFound('goal', goalId);
  if (!isOpenGoal(goal)) throw refuse('RSG-07', 'This goal was met or dropped already.');
  if (on < goal.on) throw invalid('on', `must not be before ${formatDate(goal.on)}, when it was agreed`, 'RSG-07');
  requireAhead(reviewOn, on, 'reviewOn', 'RSG-07');
  const later = goal.reviews.findLast((review) => review.on > on);
  if (later && goalIsClosedBy({ outcome }))
    throw refuse('RSG-07', `This goal was looked at again on ${formatDate(later.on)}.`, {
      help: 'Say that it was met or dropped on that day or later, or correct the other review first.',
    });
});

const transferred = running<OnDay & { readonly firstClinicOn?: CivilDate }>('RSG-09', (state, said) => {
  if (state.transferred)
    throw refuse('RSG-09', `They moved to the adult service on ${formatDate(state.transferred.on)} already.`);
  requireAhead(said.firstClinicOn, said.on, 'firstClinicOn', 'RSG-12');
});

const helloConsented = running('RSG-12', (_, { on }, { birthDate }) => {
  if (birthDate !== undefined && on >= birthday(birthDate, 18)) return;
  throw refuse('TRN-42', 'Hello is for adults: they can say yes to it from their 18th birthday.', {
    help: 'Until then the sheets of the stages are theirs.',
  });
});

const ended = running<OnDay & { readonly reason: Ending }>('RSG-03', (state, { reason }) => {
  if (reason === 'settled-in-adult-service' && !state.transferred)
    throw refuse('RSG-11', 'They have not moved to an adult service yet, as far as this record tells.', {
      help: 'Record the transfer first.',
    });
  const open = openHelp(state).length;
  if (open > 0 && (reason === 'settled-in-adult-service' || reason === 'no-adult-service-needed'))
    throw refuse('RSG-07', `Help that was asked for is still open (${open}).`, {
      help: 'Say what became of it first: it was given, passed on, or is no longer wanted.',
    });
});

export const demands = {
  ...{ started, stageEntered, transferPlanned, appointmentMade, visitRecorded, formOffered, formWithdrawn, submitted },
  ...{ helpRechecked, helpAddressed, goalAgreed, goalReviewed, transferred, helloConsented, ended },
  workerNamed: running<OnDay>('RSG-07'),
  camhsTransitionNoted: running<OnDay>('RSG-09'),
  helpRaised: running<OnDay>('RSG-07'),
  adultServiceMet: running<OnDay>('RSG-09'),
  passportWritten: running<OnDay>('RSG-11'),
  summarySent: running<OnDay>('RSG-11'),
  moreTime,
} satisfies Record<keyof typeof readinessEvents | 'moreTime', Demand<never>>;
