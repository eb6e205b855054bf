// Whatever is asked in whatever order: a clear refusal or a sound plan (EHC-02, R1).
import fc from 'fast-check';
import { EventCatalogue } from '../../../store/catalogue.js';
import { addDays, formatDate } from '../../../kernel/calendar/index.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { PastEvent } from '../../../kernel/events.js';
import { History, stateOf } from '../../../kernel/history.js';
import { deadlinesFor, holdsOn, packByVersion } from '../../../rules/index.js';
import type { EhcCommand } from '../ehc-plan.js';
import { placeOf, statusOfCycle } from './cycles.js';
import { ehcPlan } from '../ehc-plan.js';
import { ehcEvents, type EhcFact } from './events.js';
import { subjectsOf } from './facts.js';
import { problemsOf } from './possible.js';
import { day, personId, rulePack } from './history-for-tests.js';
import {
  adviceSteps,
  channels,
  consultationEnds,
  finalOrigins,
  icbRequests,
  legalRoles,
  outcomes,
  phases,
  placementKinds,
  pointFindings,
  reviewPoints,
  roles,
  schoolReplies,
  tribunalActs,
} from './words.js';

const catalogue = new EventCatalogue([ehcEvents]);
const on = fc.integer({ min: -20, max: 1500 }).map((days) => addDays(day('2022-09-01'), days));
const id = fc.constantFrom('a', 'b', 'c', 'd');
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const flag = fc.boolean();
const reason = some(['', 'because']);
const eventId = fc.integer({ min: 0, max: 25 }).map((n) => `e${n}`);
const ref = { newCycleId: id };
const cycleId = fc.option(id, { nil: undefined, freq: 5 });
const track = { cycleId, amendmentId: cycleId };
const of = <T extends EhcCommand['type']>(type: T, parts: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), on, ...parts });

const commands = fc.oneof(
  { weight: 2, arbitrary: of('OpenReview', { ...ref, kind: some(['annual', 'early']), inPlaceOfUndecided: flag }) },
  of('SendInvitations', { ...ref, cycleId, roles: fc.subarray([...roles]), meetingOn: on, channel: some(channels) }),
  of('RecordAdvice', {
    ...ref,
    cycleId,
    step: some(adviceSteps),
    roles: fc.subarray([...legalRoles]),
    adviceDatedOn: maybe(on),
    reason,
  }),
  of('PlanMeeting', { ...ref, cycleId, meetingOn: on }),
  {
    weight: 6,
    arbitrary: of('HoldMeeting', {
      ...ref,
      cycleId,
      attended: fc.constant([]),
      outcomesConsidered: flag,
      birthDate: maybe(fc.constant(day('2012-09-01'))),
    }),
  },
  of('SendReport', {
    ...ref,
    cycleId,
    recommends: some(outcomes),
    sentTo: fc.constant(['family']),
    recommendations: fc.constant('x'),
  }),
  {
    weight: 6,
    arbitrary: of('SendDecision', {
      ...ref,
      cycleId,
      outcome: some(outcomes),
      proposedChanges: some(['attached', 'not-attached']),
      appealRightsGiven: flag,
      reason,
    }),
  },
  of('SendAmendmentNotice', { ...track, newAmendmentId: some(['m', 'n']), withoutReview: flag }),
  { weight: 2, arbitrary: of('ServeNotice', { ...track, channel: some(channels) }) },
  of('RecordBounce', { ...track, channel: some(channels) }),
  of('WaiveRepresentations', { ...track, inWriting: flag }),
  of('DropAmendments', { ...track, reason, appealRightsGiven: flag }),
  {
    weight: 3,
    arbitrary: of('IssueFinalPlan', {
      ...track,
      origin: some(finalOrigins),
      recipients: some([['family'], ['family', 'setting', 'icb']]),
      restToFollow: flag,
      reasonForEarly: reason,
    }),
  },
  of('RequestEarlyReview', { requestId: id, by: some(roles), reason }),
  of('AnswerEarlyReview', { requestId: id, agreed: flag, reason, newCycleId: id }),
  of('ExpectPhaseTransfer', { transferId: id, phase: some(phases), transferOn: on }),
  of('NamePhaseSetting', { transferId: maybe(id) }),
  of('RecordPlacement', {
    details: fc.record({ placementId: id, kind: some(placementKinds), from: maybe(on), to: maybe(on) }),
  }),
  of('EndPlacement', { placementId: id }),
  of('ProposeCease', { ceaseId: id, consulted: fc.constant(['family', 'setting']) }),
  of('DecideCease', { ground: some(['other', 'turned-18', 'no-longer-engages']), appealRightsGiven: flag }),
  of('CeasePlan', { ground: maybe(some(['deceased', 'other'])) }),
  of('RegisterAppeal', { appealId: id, placementOnly: flag }),
  of('ConsultSchool', {
    consultationId: id,
    kind: fc.constant('special'),
    urn: maybe(fc.constant('998010')),
    channel: some(channels),
  }),
  of('RecordSchoolReply', { consultationId: id, reply: some(schoolReplies), reason }),
  of('WithdrawConsultation', { consultationId: id, because: some(consultationEnds) }),
  of('LearnOfIcbChange', { changeId: id, fromIcb: some(['QH8', 'QE9']), toIcb: fc.constant('QE9'), movesOn: on }),
  of('NotifyNewIcb', { changeId: id }),
  of('JudgeIcbProvision', { changeId: id, awareOn: on, canSecure: flag }),
  of('ReceiveIcbRequest', { changeId: id, asksFor: some(icbRequests) }),
  of('MeetIcbRequest', { changeId: id, by: some(icbRequests), newCycleId: id }),
  of('ReceiveAppealNotice', { appealId: id }),
  of('FixTribunalDate', { appealId: id, directionId: id, act: some(tribunalActs), dueOn: on }),
  of('DoTribunalAct', { appealId: id, act: some(tribunalActs), directionId: maybe(id) }),
  of('ConcedeAppeal', { appealId: id, order: some(['amend-provision', 'reconsider', 'nothing']) }),
  of('RecordReviewPoint', { ...ref, cycleId, point: some(reviewPoints), finding: some(pointFindings) }),
  of('DetermineAppeal', {
    appealId: id,
    result: some(['upheld', 'dismissed']),
    order: some(['amend-placement', 'assess', 'none']),
  }),
  {
    weight: 4,
    arbitrary: of('RecordReturnedReview', {
      newCycleIds: fc.tuple(some(['r1', 'r2', 'r3']), some(['s1', 's2', 's3'])),
      meetingOn: maybe(on),
      decisionSentOn: maybe(on),
      draftSentOn: maybe(on),
      outcome: maybe(some(outcomes)),
      loadedOn: fc.constant(day('2027-01-21')),
    }),
  },
  {
    weight: 2,
    arbitrary: of('CorrectDate', {
      correctsEventId: eventId,
      field: some(['on', 'meetingOn', 'from', 'movesOn', 'dueOn']),
      to: on,
      reason,
    }),
  },
  of('WithdrawFact', { eventId, reason }),
) as fc.Arbitrary<EhcCommand>;

/** Mostly one day after another, as in life; now and then something is entered late. */
const sequences = (maxLength: number) =>
  fc
    .array(fc.tuple(commands, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })), {
      maxLength,
      size: 'max',
    })
    .map((steps) => {
      let today = day('2022-09-01');
      return steps.map(([command, wait, late]) => {
        today = addDays(today, wait);
        return late === 0 ? command : { ...command, on: today };
      });
    });

interface Run {
  readonly history: (EhcFact & PastEvent)[];
  readonly unexpected: unknown[];
  /** Impossible dates that a command was let make. */
  readonly made: string[];
}

function run(sequence: readonly EhcCommand[]): Run {
  const history: (EhcFact & PastEvent)[] = [];
  const unexpected: unknown[] = [];
  const made: string[] = [];
  const problems = (of: typeof plan) => problemsOf(of).map(({ problem }) => problem);
  let plan = ehcPlan.initial;
  for (const command of [
    { type: 'IssuePlan', on: day('2022-09-01'), personId, authority: '882', rulePack } as EhcCommand,
    ...sequence,
  ]) {
    const before = plan;
    try {
      const facts = ehcPlan.decide(command, plan, new History(ehcPlan, history));
      for (const fact of facts) history.push({ ...fact, id: `e${history.length}`, recordedAt: '' });
    } catch (error) {
      if (!(error instanceof OnwardError)) unexpected.push(error);
    }
    plan = stateOf(ehcPlan, history);
    made.push(...problems(plan).filter((problem) => !problems(before).includes(problem)));
  }
  return { history, unexpected, made };
}

describe('Any sequence of commands', () => {
  it('never throws anything but an error of the catalogue, and leaves a sound plan', () => {
    fc.assert(
      fc.property(sequences(40), (sequence) => {
        const { history, unexpected, made } = run(sequence);
        expect([unexpected, made]).toEqual([[], []]);
        for (const { type, data } of history) expect([...catalogue.get(type).check.Errors(data)]).toEqual([]);
        const plan = stateOf(ehcPlan, history);
        const withdrawn = new Set(
          history.flatMap((event) => (event.type === 'FactWithdrawn' ? [event.data.correctsEventId] : [])),
        );
        const decided = new Set(
          history.flatMap((event) =>
            event.type === 'DecisionNoticeSent' && !withdrawn.has(event.id) ? [event.data.cycleId] : [],
          ),
        );
        // Complete by its letter only; of the others the last one is open, and every later review left those before it undecided.
        const last = plan.cycles.length - 1;
        expect(plan.cycles.map((cycle) => statusOfCycle(plan, cycle))).toEqual(
          plan.cycles.map(({ id: cycle }, at) =>
            decided.has(cycle) ? 'complete' : at === last ? 'open' : 'left undecided',
          ),
        );
        expect(decided.size).toBe(plan.cycles.filter(({ decision }) => decision).length);
        expect(plan.cycles.map((cycle) => placeOf(cycle)!)).toEqual(plan.cycles.map((cycle) => placeOf(cycle)!).sort());
      }),
      { numRuns: 400 },
    );
  });

  it('keeps a state that survives JSON, and facts that the rule pack can reckon with', () => {
    fc.assert(
      fc.property(sequences(30), (sequence) => {
        const { history } = run(sequence);
        const plan = stateOf(ehcPlan, history);
        const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(
          json(
            new History(
              ehcPlan,
              history.slice(0, 8),
              json(stateOf(ehcPlan, history.slice(0, 8))) as typeof plan,
            ).takeAll(history.slice(8)).state,
          ),
        ).toEqual(json(plan));
        const subjects = subjectsOf('plan', plan, { on: day('2012-09-01'), eventId: 'born' });
        expect(new Set(subjects.map(({ scope, id: subject }) => `${scope} ${subject}`)).size).toBe(subjects.length);
        for (const { pack, packVersion, scope, facts, flags } of subjects) {
          const rows = deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags);
          for (const row of rows) {
            const said = row.basis().join(' ');
            expect(said).toContain(formatDate(row.dueOn));
            expect(said).not.toMatch(/undefined|null|NaN|Invalid/);
            expect(row.validTo === undefined || row.validFrom < row.validTo).toBe(true);
          }
          // On no day does one step have two dates.
          for (const { key, validFrom } of rows)
            expect(rows.filter((row) => row.key === key && holdsOn(row, validFrom)).length).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('R4: the same return again adds nothing, whatever came before', () => {
    fc.assert(
      fc.property(
        sequences(20),
        fc.record({ meetingOn: maybe(on), decisionSentOn: maybe(on), outcome: maybe(some(outcomes)) }),
        (sequence, row) => {
          const command = {
            type: 'RecordReturnedReview',
            on: day('2027-01-21'),
            loadedOn: day('2027-02-01'),
            newCycleIds: ['x', 'y'],
            ...row,
          } as EhcCommand;
          const first = run([...sequence, command]).history;
          const again = run([...sequence, command, command]).history;
          expect(again.length).toBe(first.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
