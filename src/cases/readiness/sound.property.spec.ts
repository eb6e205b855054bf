// A history is sound just where the deciders would have accepted it, fact by fact, in the order of its days (REC-11).
import fc from 'fast-check';
import { addDays } from '../../kernel/calendar/index.js';
import { isOnwardError } from '../../kernel/errors.js';
import type { Fact, Recorded } from '../../kernel/events.js';
import { past } from '../../kernel/given-when-then.js';
import { History } from '../../kernel/history.js';
import { readinessEvents, type ReadinessEvent, type ReadinessFact } from './domain/events.js';
import { readinessKind } from './domain/readiness-kind.js';
import { newestShipped } from './domain/questionnaires/shipped.js';
import { readiness, type ReadinessCommand } from './readiness.js';
import { day } from './readiness-for-tests.js';
import { unsound } from './sound.js';

/** 11 on 15 May 2024, 18 on 15 May 2031; the days of a history lie around both. */
const person = { birthDate: day('2013-05-15'), adultLetsParent: false };
const first = day('2031-05-01');
const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays(first, days));
const later = fc.integer({ min: -2, max: 15 });

type Typed = ReadinessEvent['type'];
type Data = Readonly<Record<string, unknown>>;
interface Spoken {
  readonly type: Typed;
  readonly on: ReturnType<typeof day>;
  readonly data: Data;
  /** The same offer once more. */
  readonly more?: boolean;
}

const said = (type: Typed, data: fc.Arbitrary<Data> = fc.constant({})): fc.Arbitrary<Spoken> =>
  fc.record({ on: anyDay, data, type: fc.constant(type) });

const link = fc.constantFrom('l1', 'l2');
const ofLink = (linkId: string) => (linkId === 'l1' ? 'steady' : 'hello');
const sheetOf = (questionnaire: 'steady' | 'hello' | 'parent-and-carer') => {
  const { version, voice } = newestShipped(questionnaire);
  return { questionnaire, version, voice };
};
const offered = (more: boolean): fc.Arbitrary<Spoken> =>
  fc.tuple(link, anyDay, later).map(([linkId, on, days]) => ({
    ...{ type: 'ReadinessFormOffered', on, more },
    data: { ...sheetOf(ofLink(linkId)), linkId, validUntil: addDays(on, days), tokenHash: 'a'.repeat(64) },
  }));
const ahead = (type: Typed, field: string, also: Data = {}) =>
  fc.tuple(anyDay, later).map(([on, days]): Spoken => ({ type, on, data: { ...also, [field]: addDays(on, days) } }));

const anything: fc.Arbitrary<Spoken> = fc.oneof(
  said(
    'ReadinessStageEntered',
    fc.record({ stage: fc.constantFrom('ready', 'steady', 'go'), judgedBy: fc.constant(['clinic']) }),
  ),
  ahead('ReadinessTransferPlanned', 'transferOn'),
  said('ReadinessWorkerNamed', fc.constant({ worker: 'dev.nurse' })),
  ahead('ReadinessAppointmentMade', 'appointmentOn'),
  said('ReadinessCamhsTransitionNoted', fc.constant({ transitionId: 't1' })),
  offered(false),
  offered(true),
  said(
    'ReadinessFormWithdrawn',
    link.map((linkId) => ({ linkId })),
  ),
  said(
    'ReadinessQuestionnaireSubmitted',
    link.map((linkId) => ({ ...sheetOf(ofLink(linkId)), linkId, how: 'own-device', helpAsked: 0, answers: {} })),
  ),
  said(
    'ReadinessQuestionnaireSubmitted',
    fc
      .constantFrom('steady', 'parent-and-carer')
      .map((id) => ({ ...sheetOf(id), how: 'paper', helpAsked: 0, answers: {} })),
  ),
  said('ReadinessHelpRaised', fc.constant({ helpId: 'h1', askedBy: 'parent', what: 'x' })),
  said('ReadinessHelpRechecked', fc.constant({ helpId: 'h1' })),
  said('ReadinessHelpAddressed', fc.constant({ helpId: 'h1', outcome: 'given', how: 'x' })),
  ahead('ReadinessGoalAgreed', 'reviewOn', { goalId: 'g1', agreedWith: ['clinic'], goal: 'x' }),
  said('ReadinessGoalReviewed', fc.record({ goalId: fc.constant('g1'), outcome: fc.constantFrom('continues', 'met') })),
  ahead('ReadinessVisitRecorded', 'nextOn', { seenAlone: 'part', tookPart: 'present', askThreeQuestions: true }),
  said('ReadinessAdultServiceMet', fc.constant({ organisation: 'estuary-adult-mental-health' })),
  said('ReadinessPassportWritten', fc.constant({ aboutMe: 'x' })),
  said('ReadinessSummarySent', fc.constant({ to: 'gp', summary: 'x' })),
  ahead('ReadinessTransferred', 'firstClinicOn', { organisation: 'estuary-adult-mental-health' }),
  said('ReadinessHelloConsented', fc.constant({ decidedBy: 'young-person' })),
  said(
    'ReadinessProgrammeEnded',
    fc.record({ reason: fc.constantFrom('moved', 'settled-in-adult-service', 'no-adult-service-needed') }),
  ),
);

const asks: Readonly<Record<Typed, string>> = {
  ReadinessProgrammeStarted: 'Start',
  ReadinessStageEntered: 'EnterStage',
  ReadinessTransferPlanned: 'PlanTransfer',
  ReadinessWorkerNamed: 'NameWorker',
  ReadinessAppointmentMade: 'MakeAppointment',
  ReadinessCamhsTransitionNoted: 'NoteTransition',
  ReadinessFormOffered: 'OfferForm',
  ReadinessFormWithdrawn: 'WithdrawForm',
  ReadinessQuestionnaireSubmitted: 'RecordAnswers',
  ReadinessHelpRaised: 'RaiseHelp',
  ReadinessHelpRechecked: 'RecheckHelp',
  ReadinessHelpAddressed: 'AddressHelp',
  ReadinessGoalAgreed: 'AgreeGoal',
  ReadinessGoalReviewed: 'ReviewGoal',
  ReadinessVisitRecorded: 'RecordVisit',
  ReadinessAdultServiceMet: 'MeetAdultService',
  ReadinessPassportWritten: 'WritePassport',
  ReadinessSummarySent: 'SendSummary',
  ReadinessTransferred: 'Transfer',
  ReadinessHelloConsented: 'ConsentToHello',
  ReadinessProgrammeEnded: 'End',
};

function commandOf({ type, on, data, more = false }: Spoken): ReadinessCommand {
  const sheet =
    typeof data['questionnaire'] === 'string' ? newestShipped(data['questionnaire'] as 'steady') : undefined;
  const name = more ? 'GiveFormMoreTime' : asks[type];
  return { type: name, on, ...data, ...person, sheet, bands: 'slides' } as unknown as ReadinessCommand;
}

const begun = readinessEvents.started.fact(day('2031-05-05'), {
  ...{ personId: 'p1', service: 'community-paediatrics', organisation: 'estuary-community-health' },
  ...{ longTermCondition: true, likelyAdultServices: true, entersAt: 'ready', pack: 'x', packVersion: 1 },
});

/** Of what is asked for in turn, what the deciders accept and record. */
function accepted(all: readonly Spoken[]): History<typeof readinessKind.initial, ReadinessFact> {
  const history = new History(readinessKind).takeAll(past([begun]));
  for (const one of all) {
    // The id of a link is made with it: a decision never meets one that is there.
    const there = Object.hasOwn(history.state.links, String(one.data['linkId']));
    if (one.type === 'ReadinessFormOffered' && there !== one.more) continue;
    for (const fact of tried(one, history) ?? [])
      history.take({ ...fact, id: `e${history.recorded.length + 1}`, recordedAt: '' } as ReadinessFact & Recorded);
  }
  return history;
}

/** Undefined where it is refused. */
function tried(
  one: Spoken,
  history: History<typeof readinessKind.initial, ReadinessFact>,
): readonly Fact[] | undefined {
  try {
    return readiness.decide(commandOf(one), history.state, history);
  } catch (error) {
    if (isOnwardError(error)) return undefined;
    throw error;
  }
}

const inOrder = <T extends { readonly on: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

test('what the deciders accepted fact by fact, in the order of the days, is sound', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (all) => {
      const history = accepted(inOrder(all));
      expect(unsound(history.standing, history, person)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a fact that the deciders refuse on its day is unsound there, and one that they accept is not', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 25 }), anything, (all, one) => {
      const before = accepted(inOrder(all).filter(({ on }) => on <= one.on));
      const there = Object.hasOwn(before.state.links, String(one.data['linkId']));
      fc.pre(one.type !== 'ReadinessFormOffered' || there === one.more);
      const isAccepted = tried(one, before) !== undefined;
      const fact = { type: one.type, occurredOn: one.on, data: one.data, id: 'new', recordedAt: '' };
      const all2 = [...before.standing, fact as ReadinessFact & Recorded];
      expect([one, unsound(all2, { recorded: all2 }, person).length === 0]).toEqual([one, isAccepted]);
    }),
    { numRuns: 1000 },
  );
});
