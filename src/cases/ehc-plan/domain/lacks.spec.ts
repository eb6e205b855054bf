// What the law asks of a review and is not on record when it is decided (EHC-12, EHC-13, EHC-16, EHC-21, EHC-23, EHC-28).
import { given, past } from '../../../kernel/given-when-then.js';
import { ehcPlan } from '../ehc-plan.js';
import { after, ask, day, issued, stateOf, step } from './history-for-tests.js';
import { countedLacks } from './lacks.js';
import { legalRoles, type Role } from './words.js';

type History = ReturnType<typeof after>;
type Asked = Parameters<typeof ask>[0];

const plan = [issued('2025-01-10')];
const meeting = '2025-11-10';
const ref = { newCycleId: 'review' };
const invited = (roles: readonly Role[] = legalRoles, on = '2025-10-20'): Asked => ({
  type: 'SendInvitations',
  on,
  roles,
  meetingOn: day(meeting),
  channel: 'email',
  ...ref,
});
const advice = (given: string, roles: readonly Role[] = legalRoles, on = '2025-10-27'): Asked =>
  ({ type: 'RecordAdvice', on, step: given, roles, reason: 'no time', ...ref }) as Asked;
const met = (more: object = {}): Asked => step.meeting(meeting, { ...ref, ...more });
const reported = (on = '2025-11-20'): Asked => ({ ...step.report(on), ...ref });
/** Everything that the law asks for, up to the report. */
const complete = [invited(), advice('received'), advice('circulated'), met(), reported()];
/** As a person sends it who gives no reason. */
const decide = (outcome: string, more: object = {}, on = '2025-12-01'): Asked =>
  step.decision(on, outcome, { lacksReason: undefined, ...ref, ...more });

const refusalOf = (history: History, command: Asked) => given(ehcPlan, history).when(ask(command)).refusal;
const problemsOf = (history: History, command: Asked) => refusalOf(history, command)?.parts.fields ?? [];
const lacking = (history: History) =>
  countedLacks(stateOf(history), stateOf(history).cycles[0]!, undefined).map(({ what, role }) =>
    role ? `${what} ${role}` : what,
  );

describe('A decision notice', () => {
  it('EHC-12, EHC-13, EHC-16, EHC-21, EHC-23: with all that the law asks for is recorded without a reason, and says that nothing is missing', () => {
    for (const outcome of ['maintain', 'amend', 'cease']) {
      const decided = after(plan, ...complete, decide(outcome));
      expect(decided.at(-1)?.data).toMatchObject({ lacks: [] });
      expect(lacking(decided)).toEqual([]);
    }
  });

  it('EHC-12, EHC-13, EHC-16, EHC-23: of a review with no meeting, no invitations, no advice and no right of appeal is refused, with a line for each', () => {
    const bare = decide('maintain', { appealRightsGiven: false });
    expect(refusalOf(plan, bare)).toMatchObject({ type: 'refused-by-rule', parts: { rule: 'EHC-12' } });
    expect(problemsOf(plan, bare)).toEqual([
      { field: 'lacksReason', problem: 'no meeting is on record (EHC-12)' },
      {
        field: 'lacksReason',
        problem:
          'not on record as invited to the meeting: family, setting, sen-officer, health, social-care (EHC-13, EHC-14)',
      },
      {
        field: 'lacksReason',
        problem:
          'no advice on record, nor that there is none, from: family, setting, sen-officer, health, social-care (EHC-16)',
      },
      {
        field: 'appealRightsGiven',
        problem:
          'the notice must give the right of appeal, its time limit and mediation information (EHC-23, EHC-28, EHC-31)',
      },
    ]);
  });

  it('EHC-13: with a reason it is recorded all the same, keeps what was missing as codes, and seals the reason', () => {
    const roles = legalRoles.filter((role) => role !== 'health');
    const history = after(plan, invited(roles), advice('nil'), met(), reported());
    for (const blank of [undefined, '', '  '])
      expect(refusalOf(history, decide('maintain', { lacksReason: blank }))?.parts.rule).toBe('EHC-13');
    const decided = after(history, decide('maintain', { lacksReason: 'The ICB named nobody.' }));
    expect(decided.at(-1)?.data).toMatchObject({
      lacks: [{ what: 'not-invited', role: 'health' }],
      lacksReason: 'The ICB named nobody.',
    });
    expect(JSON.stringify(stateOf(decided))).not.toContain('ICB named');
    expect(lacking(decided)).toEqual(['not-invited health']);
  });

  it.each<[string, Asked[], string[]]>([
    [
      'EHC-13: one role left out',
      [invited(['family', 'setting', 'sen-officer', 'health']), advice('nil'), met(), reported()],
      ['not-invited social-care'],
    ],
    [
      'EHC-16: advice that never came, from one',
      [invited(), advice('nil', ['family', 'setting', 'sen-officer', 'health']), met(), reported()],
      ['no-advice social-care'],
    ],
    [
      'EHC-16: advice that was not circulated',
      [invited(), advice('nil', legalRoles.slice(1)), advice('received', ['family']), met(), reported()],
      ['not-circulated family'],
    ],
    ['EHC-16: nil from all five fulfils it', [invited(), advice('nil'), met(), reported()], []],
    [
      'EHC-18: outcomes that were not considered',
      [invited(), advice('nil'), met({ outcomesConsidered: false }), reported()],
      ['outcomes-not-considered'],
    ],
    ['EHC-21: no report', [invited(), advice('nil'), met()], ['no-report']],
    ['EHC-12: a meeting only arranged, which needs no report', [invited(), advice('nil')], ['no-meeting']],
  ])('%s', (_, steps, expected) => {
    const history = after(plan, ...steps);
    expect(refusalOf(history, decide('amend')) === undefined).toBe(expected.length === 0);
    expect(lacking(after(history, decide('amend', { lacksReason: 'so it was' })))).toEqual(expected);
  });

  it('EHC-19, EHC-20: in Year 9 an area that was not considered is missing; in Year 8 it is not asked', () => {
    const areas = {
      employment: 'outcome-set',
      independentLiving: 'considered-none-needed',
      community: 'not-considered',
      health: 'outcome-set',
    };
    const inYear = (yearGroup: number) =>
      after(
        plan,
        { type: 'RecordYearGroup', on: '2025-09-02', yearGroup },
        invited(),
        advice('nil'),
        met({ preparingForAdulthood: areas }),
        reported(),
      );
    expect(lacking(after(inYear(8), decide('amend')))).toEqual([]);
    expect(problemsOf(inYear(9), decide('amend'))).toHaveLength(1);
    expect(lacking(after(inYear(9), decide('amend', { lacksReason: 'no time' })))).toEqual([
      'adulthood-not-considered',
    ]);
  });

  it('EHC-14: of a young person at no institution nobody from one is asked for', () => {
    const neet: Asked = { type: 'RecordPlacement', on: '2025-01-10', details: { placementId: 'p', kind: 'NEET' } };
    const roles = legalRoles.filter((role) => role !== 'setting');
    expect(
      refusalOf(after(plan, neet, invited(roles), advice('nil', roles), met(), reported()), decide('amend')),
    ).toBeUndefined();
  });

  it('EHC-23, EHC-31: to maintain or to cease must give the right of appeal; to amend need not, the final plan does', () => {
    const history = after(plan, ...complete);
    const without = (outcome: string) =>
      problemsOf(history, decide(outcome, { appealRightsGiven: false })).map(({ field }) => field);
    expect([without('maintain'), without('cease'), without('amend')]).toEqual([
      ['appealRightsGiven'],
      ['appealRightsGiven'],
      [],
    ]);
  });

  it('EHC-16, EHC-21: is judged by what happened up to its day: the day before, on the day, the day after', () => {
    const history = after(plan, invited(), advice('nil'), met());
    const withReport = (on: string) =>
      lacking(after(history, reported(on), decide('amend', { lacksReason: 'sent at once' })));
    expect([withReport('2025-11-30'), withReport('2025-12-01'), withReport('2025-12-02')]).toEqual([
      [],
      [],
      ['no-report'],
    ]);
  });

  it('REC-24: what is recorded late of an earlier day mends it, what is withdrawn is missing again; what was said stays', () => {
    const history = after(plan, invited(), advice('nil'), met(), decide('amend', { lacksReason: 'not found' }));
    expect(lacking(history)).toEqual(['no-report']);
    const mended = after(history, reported());
    expect(lacking(mended)).toEqual([]);
    expect(stateOf(mended).cycles[0]?.decision?.lacks).toEqual([{ what: 'no-report' }]);
    const eventId = past(mended).find(({ type }) => type === 'ReviewMeetingHeld')!.id;
    const withdrawn = after(mended, { type: 'WithdrawFact', on: '2025-12-20', eventId, reason: 'never held' });
    expect(lacking(withdrawn)).toContain('no-meeting');
  });
});

describe('A return', () => {
  const returned = after(
    plan,
    step.returned('2026-01-15', { meetingOn: day(meeting), decisionSentOn: day('2025-12-01'), outcome: 'maintain' }),
  );

  it('R1: that tells of a decision is asked nothing, and nothing is said to be missing', () => {
    expect(lacking(returned)).toEqual([]);
    expect(returned.find(({ type }) => type === 'DecisionNoticeSent')?.data).not.toHaveProperty('lacks');
  });

  it('EHC-23: that tells of the meeting alone leaves the right of appeal to the notice, and no more', () => {
    const metOnly = after(plan, step.returned('2026-01-15', { meetingOn: day(meeting) }));
    const { cycles } = stateOf(metOnly);
    const own = { newCycleId: 'x', cycleId: cycles[0]!.id };
    expect(
      problemsOf(metOnly, decide('maintain', { ...own, appealRightsGiven: false })).map(({ field }) => field),
    ).toEqual(['appealRightsGiven']);
    expect(refusalOf(metOnly, decide('maintain', own))).toBeUndefined();
  });
});

describe('A decision not to amend after all', () => {
  const noticed = after(plan, ...complete, decide('amend'), step.served('2025-12-02'));
  const drop = (more: object): Asked => ({
    type: 'DropAmendments',
    on: '2026-01-05',
    reason: 'they agree',
    appealRightsGiven: false,
    ...more,
  });

  it('EHC-28: without the right of appeal needs a reason; with one it is recorded, and counts on its own day', () => {
    expect(problemsOf(noticed, drop({})).map(({ field }) => field)).toEqual(['appealRightsGiven']);
    const dropped = after(noticed, drop({ lacksReason: 'an old form' }));
    expect(dropped.at(-1)?.data).toMatchObject({ lacks: [{ what: 'no-appeal-rights' }], lacksReason: 'an old form' });
    const { cycles } = stateOf(dropped);
    expect(countedLacks(stateOf(dropped), cycles[0]!, undefined)).toEqual([
      { what: 'no-appeal-rights', on: '2026-01-05' },
    ]);
    expect(lacking(after(noticed, drop({ appealRightsGiven: true })))).toEqual([]);
  });
});

describe('EHC-10: at 19 or over, whether the outcomes of education or training have been achieved', () => {
  const point = (finding: string): Asked =>
    ({ type: 'RecordReviewPoint', on: meeting, point: 'outcomes-achieved', finding, ...ref }) as Asked;
  const kinds = (history: History, birthDate: string) =>
    countedLacks(stateOf(history), stateOf(history).cycles[0]!, day(birthDate)).map(({ what }) => what);

  it.each([
    ['2006-11-09', 'EHC-10'],
    ['2006-11-10', 'EHC-10'],
    ['2006-11-11', undefined],
  ])('of somebody born on %s the meeting of 10 Nov 2025 asks for it: %s', (birthDate, rule) => {
    const history = after(plan, ...complete);
    const asked = decide('maintain', { birthDate: day(birthDate) });
    expect(refusalOf(history, asked)?.parts.rule).toBe(rule);
    const decided = after(history, { ...asked, lacksReason: 'said in another meeting' } as Asked);
    expect(kinds(decided, birthDate)).toEqual(rule ? ['achievement-not-considered'] : []);
  });

  it.each([
    ['considered', []],
    ['does-not-apply', []],
    ['not-considered', ['achievement-not-considered']],
  ])('on record as %s, late too, it is %j that lacks', (finding, expected) => {
    const decided = after(plan, ...complete, decide('maintain', { birthDate: undefined }), point(finding));
    expect(kinds(decided, '2006-11-10')).toEqual(expected);
  });
});

describe('A plan that moved in', () => {
  it('EHC-51: is asked for what its reviews lack from the day of the transfer on, not for those of the authority before', () => {
    const moved = after([], {
      type: 'TakeOverPlan',
      on: '2025-12-01',
      personId: 'somebody',
      authority: '882',
      rulePack: { pack: 'england-send-2014', version: 1 },
      fromAuthority: '881',
      planMadeOn: day('2024-05-01'),
    });
    const count = (on: string): number => problemsOf(moved, decide('amend', {}, on)).length;
    expect([count('2025-11-30'), count('2025-12-01'), count('2025-12-02')]).toEqual([0, 3, 3]);
  });
});
