// The facts of a plan, reckoned through its rule pack: the worked examples of section 2 from end to end.
import { deadlinesFor, packByVersion, statusOn, type Deadline } from '../../../rules/index.js';
import { ehcEvents as events } from './events.js';
import { subjectsOf } from './facts.js';
import { after, day, issued, personId, rulePack, stateOf, step } from './history-for-tests.js';

type History = ReturnType<typeof after>;

/** The deadline that still stands, of a review (by its place) or another subject of that scope. */
function due(history: History, scope: string, key: string, at = 0, birthDate?: string): Deadline | undefined {
  const subjects = subjectsOf(
    'plan',
    stateOf(history),
    birthDate === undefined ? undefined : { on: day(birthDate), eventId: 'born' },
  );
  const rows = subjects
    .filter((subject) => subject.scope === scope)
    .map(({ pack, packVersion, facts, flags }) => deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags));
  return rows[at]?.find((row) => row.key === key && row.validTo === undefined);
}

const dates = (history: History, at = 0) =>
  Object.fromEntries(
    ['report', 'decision', 'amendmentNotice', 'finalPlan'].map((key) => [key, due(history, 'cycle', key, at)?.dueOn]),
  );

describe('The facts of a plan under england-send-2014', () => {
  it('EHC-E1: meeting 1 Nov 2024, decision with the amendments 25 Nov: final by 20 Jan 2025, next review by 24 Nov 2025', () => {
    const history = after([issued('2023-11-30')], step.meeting('2024-11-01'), step.decision('2024-11-25', 'amend'));
    expect(dates(history)).toMatchObject({ report: '2024-11-15', decision: '2024-11-29', finalPlan: '2025-01-20' });
    expect(due(history, 'cycle', 'decision')).toMatchObject({ metOn: '2024-11-25' });
    expect(due(history, 'cycle', 'review', 1)).toMatchObject({
      dueOn: '2025-11-24',
      comparison: { dueOn: '2025-11-25' },
    });
  });

  it('EHC-E3, EHC-E4, EHC-27: an early notice brings the final plan forward, a late one buys no time', () => {
    const met = after([issued('2024-12-20')], step.meeting('2025-11-10'));
    expect(dates(after(met, step.decision('2025-11-24', 'amend'))).finalPlan).toBe('2026-01-19');
    const late = after(met, step.decision('2025-12-22', 'amend'));
    expect(dates(late)).toMatchObject({ decision: '2025-12-08', finalPlan: '2026-02-02' });
    expect(statusOn(due(late, 'cycle', 'decision')!, day('2026-01-01'))).toBe('met late');
  });

  it('EHC-24, R2: a decision to amend without the amendments leaves the four weeks running', () => {
    const met = after([issued('2024-12-20')], step.meeting('2025-11-10'));
    const announced = after(met, step.decision('2025-12-01', 'amend', { proposedChanges: 'not-attached' }));
    expect(due(announced, 'cycle', 'amendmentNotice')).toMatchObject({ dueOn: '2025-12-08', metOn: undefined });
    const sent = after(announced, { type: 'SendAmendmentNotice', on: '2025-12-12', newAmendmentId: 'unused' });
    expect(statusOn(due(sent, 'cycle', 'amendmentNotice')!, day('2026-01-01'))).toBe('met late');
  });

  it('EHC-E5, EHC-22: the twelve months and the four weeks of the meeting are two dates', () => {
    const history = after([issued('2025-03-15')], step.meeting('2026-03-02'));
    expect(due(history, 'cycle', 'review')).toMatchObject({ rule: 'EHC-01', dueOn: '2026-03-14' });
    expect(due(history, 'cycle', 'decision')).toMatchObject({ rule: 'EHC-22', dueOn: '2026-03-30' });
  });

  it('EHC-E10: a plan that moved in is reviewed by 19 Mar 2026, and the letter is due by 31 Jan', () => {
    const moved = events.planMovedIn.fact(day('2025-12-20'), {
      personId,
      authority: '882',
      rulePack,
      fromAuthority: '881',
      planMadeOn: day('2025-01-10'),
    });
    expect(due([moved], 'cycle', 'reviewAfterMove')?.dueOn).toBe('2026-03-19');
    expect(due([moved], 'plan', 'moveInLetter')?.dueOn).toBe('2026-01-31');
    const reviewed = after([moved], step.meeting('2026-02-10'), step.decision('2026-03-01', 'maintain'));
    expect(due(reviewed, 'cycle', 'review', 1)?.dueOn).toBe('2027-02-28');
  });

  it('EHC-15: invitations count when the last of the five roles has one, for this meeting', () => {
    const invite = (on: string, roles: string[]) =>
      ({ type: 'SendInvitations', on, roles, meetingOn: '2025-11-10', channel: 'email', newCycleId: 'c' }) as never;
    const four = after([issued('2024-12-20')], invite('2025-10-20', ['family', 'setting', 'sen-officer', 'health']));
    expect(due(four, 'cycle', 'invitations')).toMatchObject({ dueOn: '2025-10-27', metOn: undefined });
    expect(due(after(four, invite('2025-10-29', ['social-care'])), 'cycle', 'invitations')?.metOn).toBe('2025-10-29');
  });

  it('EHC-16: advice from all five, with nothing in it, fulfils the duty: nothing to circulate, nothing late', () => {
    const advise = (on: string, step: string, roles: string[]) =>
      ({ type: 'RecordAdvice', on, step, roles, newCycleId: 'c' }) as never;
    const arranged = after([issued('2024-12-20')], {
      type: 'PlanMeeting',
      on: '2025-10-01',
      meetingOn: day('2025-11-10'),
      newCycleId: 'c',
    });
    const four = after(arranged, advise('2025-10-20', 'nil', ['family', 'setting', 'sen-officer', 'health']));
    expect(due(four, 'cycle', 'adviceCirculated')).toMatchObject({ dueOn: '2025-10-27' });
    // The last answer comes after the day of circulation: even so there was nothing that could have been late.
    const five = after(four, advise('2025-11-03', 'nil', ['social-care']));
    expect(due(five, 'cycle', 'adviceCirculated')).toBeUndefined();
    const other = after(four, advise('2025-11-03', 'received', ['social-care']));
    expect(statusOn(due(other, 'cycle', 'adviceCirculated')!, day('2025-11-04'))).toBe('overdue');
  });

  it('EHC-32: each issue of the plan has its own three years', () => {
    const history = after(
      [issued('2022-03-01')],
      step.meeting('2025-01-15'),
      step.decision('2025-02-01', 'amend'),
      step.served('2025-02-01'),
      step.final('2025-03-10'),
    );
    expect(due(history, 'plan', 'planCurrency', 1)).toMatchObject({ dueOn: '2025-02-28', metOn: '2025-03-10' });
    expect(due(history, 'plan', 'planCurrency', 2)?.dueOn).toBe('2028-03-09');
  });

  it('EHC-64: the 25th birthday is a deadline of the plan once the birth date is known', () => {
    expect(due([issued('2022-03-01')], 'plan', 'endsAt25', 0, '2008-05-15')?.dueOn).toBe('2033-05-15');
    expect(due([issued('2022-03-01')], 'plan', 'endsAt25')).toBeUndefined();
  });

  it('EHC-40: a phase transfer in September has its limit on 15 February', () => {
    const history = after([issued('2022-03-01')], {
      type: 'ExpectPhaseTransfer',
      on: '2025-09-10',
      transferId: 't',
      phase: 'primary-to-secondary',
      transferOn: day('2026-09-01'),
    });
    expect(due(history, 'phase', 'phasePlan')?.dueOn).toBe('2026-02-15');
  });

  it('EHC-63, EHC-E15: after the letter of 31 Dec 2025 nothing ceases before 3 Mar 2026', () => {
    const history = after(
      [issued('2022-03-01')],
      { type: 'ProposeCease', on: '2025-11-01', ceaseId: 'x', consulted: ['family', 'setting'] },
      { type: 'DecideCease', on: '2025-12-31', ground: 'needs-met-without-plan', appealRightsGiven: true },
    );
    expect(due(history, 'cease', 'ceaseNotBefore')?.dueOn).toBe('2026-03-03');
  });

  it('R1: a review that was left undecided has its decision overdue until a later one is sent, and missed from then on', () => {
    const undecided = after(
      [issued('2023-05-01')],
      step.meeting('2024-03-01'),
      { type: 'OpenReview', on: '2025-02-01', kind: 'annual', newCycleId: 'later', inPlaceOfUndecided: true },
      step.meeting('2025-03-01'),
    );
    expect(due(undecided, 'cycle', 'decision', 0)).toMatchObject({ dueOn: '2024-03-29', metOn: undefined });
    expect(due(undecided, 'cycle', 'review', 1)?.dueOn).toBe('2024-04-30');
    const decided = after(undecided, step.decision('2025-03-20', 'maintain'));
    expect(due(decided, 'cycle', 'decision', 0)).toMatchObject({ missed: true, validFrom: '2025-03-20' });
  });

  it('marks what only a return tells of, and says so to the rules', () => {
    const history = after(
      [events.planIssued.fact(day('2017-02-16'), { personId, authority: '882', rulePack, source: 'return' })],
      step.returned('2025-01-16', { meetingOn: '2024-10-07', decisionSentOn: '2024-11-04', outcome: 'amend' }),
    );
    const [cycle] = subjectsOf('plan', stateOf(history));
    expect(cycle?.flags).toMatchObject({ source: 'return' });
    expect(due(history, 'cycle', 'amendmentNotice')).toMatchObject({ metOn: '2024-11-04', notEvidenced: true });
    expect(due(history, 'cycle', 'finalPlan')?.metOn).toBeUndefined();
    expect(due(history, 'cycle', 'decision')).toMatchObject({ dueOn: '2024-11-04', metOn: '2024-11-04' });
    expect(due(history, 'cycle', 'review', 0)).toBeUndefined();
    expect(due(history, 'cycle', 'review', 1)?.dueOn).toBe('2025-11-03');
    expect(due(history, 'plan', 'planCurrency', 1)).toBeUndefined();
  });
});
