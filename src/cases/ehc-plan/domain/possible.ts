// Orders of dates that cannot be. Asked after every command, of the state that it would lead to.
import { formatDate } from '../../../kernel/calendar/index.js';
import { ceasesOf } from './ceases.js';
import { amendmentNoticeOf, type Cycle, type Track } from './cycle-state.js';
import { entriesOf, type Entry } from './entries.js';
import { lettersOf } from './letters.js';
import { ordersOf } from './orders.js';
import type { Appeal, Plan } from './state.js';

export interface Problem {
  /** Which fact stands in the wrong place. */
  readonly fact: string;
  readonly problem: string;
  readonly rule?: string;
}

/** `later` may not lie before `earlier`. */
function before(
  fact: string,
  words: string,
  later: Entry | undefined,
  earlier: Entry | undefined,
  rule?: string,
): Problem[] {
  if (!later || !earlier || later.on >= earlier.on) return [];
  return [{ fact, rule, problem: `${formatDate(later.on)} would be before ${words} ${formatDate(earlier.on)}` }];
}

export function problemsOf(plan: Plan): Problem[] {
  return [
    ...beforeThePlan(plan),
    ...plan.cycles.flatMap((cycle) => [...cycleProblems(cycle), ...trackProblems(plan, cycle)]),
    ...plan.amendments.flatMap((track) => trackProblems(plan, track)),
    ...plan.placements.flatMap(({ from, to }) => before('to', 'the placement began on', to, from)),
    ...plan.requests.flatMap((request) => before('on', 'the request of', request.answered, request, 'EHC-35')),
    ...ceasesOf(plan).flatMap(({ proposed, decided }) =>
      before('on', 'the family was consulted on', decided, proposed, 'EHC-62'),
    ),
    ...plan.appeals.flatMap(appealProblems),
    ...letterProblems(plan),
    ...ordersOf(plan).flatMap(({ id, start }) =>
      plan.orderSteps
        .filter(({ orderId }) => orderId === id)
        .flatMap((done) => before('on', 'the order or agreement is of', done, start, 'EHC-76')),
    ),
    ...plan.finals.flatMap((final) =>
      before(
        'on',
        'the order or agreement is of',
        final,
        ordersOf(plan).find(({ id }) => id === final.orderId)?.start,
        'EHC-76',
      ),
    ),
    ...plan.consultations.flatMap((asked) => [
      ...before('on', 'the school was consulted on', asked.replied, asked, 'EHC-30'),
      ...before('on', 'the school was consulted on', asked.ended, asked, 'EHC-30'),
    ]),
    ...plan.icbChanges.flatMap((change) => [
      ...[change.notified, change.judged].flatMap((entry) =>
        before('on', 'the change was known from', entry, change, 'EHC-54'),
      ),
      ...before('on', 'the ICB judged the provision on', change.requested, change.judged, 'EHC-54'),
      ...before('on', 'the ICB asked on', change.met, change.requested, 'EHC-54'),
    ]),
  ];
}

function beforeThePlan(plan: Plan): Problem[] {
  const { made } = plan;
  const facts: [string, readonly (Entry | undefined)[]][] = [
    ['meeting', plan.cycles.map(({ meeting }) => meeting)],
    ['decision', plan.cycles.map(({ decision }) => decision)],
    ['notice', [...plan.cycles, ...plan.amendments].map(({ notice }) => notice)],
    [
      'on',
      [
        ...plan.cycles.flatMap((cycle) =>
          entriesOf({ ...cycle, meeting: undefined, decision: undefined, notice: undefined }),
        ),
      ],
    ],
    [
      'on',
      [
        plan.lastReviewed,
        plan.movedIn,
        plan.ceased,
        plan.movedOut,
        ...plan.finals,
        ...plan.ceases.map(({ proposed }) => proposed),
      ],
    ],
  ];
  const happened = (entry: Entry | undefined): boolean => entry?.field !== 'adviceDatedOn'; // advice may be older than the plan
  return facts.flatMap(([fact, entries]) =>
    entries.filter(happened).flatMap((entry) => before(fact, 'the plan was made on', entry, made, 'EHC-01')),
  );
}

/** Whatever follows a letter comes after it, also when its day is corrected. */
function letterProblems(plan: Plan): Problem[] {
  const letters = new Map(lettersOf(plan).map((letter) => [letter.eventId, letter]));
  return [...plan.appeals, ...plan.mediation, ...plan.agreements].flatMap((one) =>
    before('on', 'the decision letter is of', one, letters.get(one.letterEventId), 'EHC-70'),
  );
}

const appealProblems = (appeal: Appeal): Problem[] =>
  [appeal.notice, appeal.conceded, appeal.determined, ...appeal.fixed, ...appeal.done].flatMap((entry) =>
    before('on', 'the appeal was registered on', entry, appeal, 'EHC-73'),
  );

function cycleProblems({ meeting, report, decision, notice, interim: _ }: Cycle): Problem[] {
  return [
    ...before('on', 'the meeting of', report, meeting, 'EHC-21'),
    // EHC-08: a decision without any meeting is possible, one before its own meeting is not.
    ...before('decision', 'the meeting of the same review on', decision, meeting, 'EHC-08'),
    ...before('notice', 'the meeting of', notice, meeting, 'EHC-24'),
  ];
}

function trackProblems(plan: Plan, track: Track): Problem[] {
  const notice = amendmentNoticeOf(track);
  const decision = 'stated' in track ? (track as Cycle).decision : undefined;
  const final = plan.finals.find((each) => each.track === track.id);
  const first = decision ?? notice;
  return [
    ...(decision?.source === 'return' ? [] : before('notice', 'the decision of', track.notice, decision, 'EHC-24')),
    ...track.services.flatMap((service) => [
      ...before('on', 'the notice was sent on', service, first, 'EHC-25'),
      ...before('on', 'it was served on', service.bounced, service, 'EHC-25'),
    ]),
    ...[...track.representations, track.waived].flatMap((entry) =>
      before('on', 'the notice was sent on', entry, first, 'EHC-25'),
    ),
    ...before('on', 'the notice was sent on', track.dropped, notice, 'EHC-28'),
    ...before('on', 'the notice was sent on', final, notice, 'EHC-26'),
  ];
}

/** The problems that a step adds to those that were there. */
export function newProblems(was: Plan, is: Plan): Problem[] {
  const known = new Set(problemsOf(was).map(({ problem }) => problem));
  return problemsOf(is).filter(({ problem }) => !known.has(problem));
}
