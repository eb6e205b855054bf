// Schools consulted, a change of ICB, an appeal once it runs, and further points of a meeting: what is refused, and which dates follow.
import { EventCatalogue } from '../../../store/catalogue.js';
import { given } from '../../../kernel/given-when-then.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { deadlinesFor, packByVersion, type Deadline } from '../../../rules/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { ehcEvents as events } from './events.js';
import { subjectsOf } from './facts.js';
import { after as decided, ask, day, issued, personId, rulePack, stateOf, step } from './history-for-tests.js';

type History = ReturnType<typeof decided>;
type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-12-20')];

/** What the decider says is also what the schema of the event takes. */
const catalogue = new EventCatalogue([events]);
const after: typeof decided = (facts, ...commands) => {
  const history = decided(facts, ...commands);
  for (const { type, data } of history) expect([...catalogue.get(type).check.Errors(data)]).toEqual([]);
  return history;
};

const refusalOf = (history: History, command: Asked) => given(ehcPlan, history).when(ask(command)).refusal?.parts;

/** Every date of that scope that still stands, as `key: due` and, where it was done, when. */
function dates(history: History, scope: string): Record<string, string> {
  const standing = (row: Deadline) => row.validTo === undefined;
  const rows = underChoices(subjectsOf('plan', stateOf(history)), [])
    .filter((subject) => subject.scope === scope)
    .flatMap(({ pack, packVersion, facts, flags, settings }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags, settings).filter(standing),
    );
  return Object.fromEntries(
    rows.map(({ key, dueOn, metOn }) => [key, metOn === undefined ? dueOn : `${dueOn}, met ${metOn}`]),
  );
}

describe('A school that is consulted', () => {
  const asked: Asked = {
    type: 'ConsultSchool',
    on: '2025-12-08',
    consultationId: 's',
    kind: 'special',
    urn: '998010',
    channel: 'email',
  };
  const reply = (on: string, more: object = {}): Asked => ({
    type: 'RecordSchoolReply',
    on,
    consultationId: 's',
    reply: 'can-meet-need',
    ...more,
  });
  const consulted = after(plan, asked);

  it('EHC-30, AMB-23: replies within fifteen calendar days of being asked; in York within fifteen working days', () => {
    expect(dates(consulted, 'consultation')).toEqual({ consultationReply: '2025-12-23' });
    const inYork = events.planIssued.fact(day('2024-12-20'), { personId, authority: '816', rulePack });
    expect(dates(after([inYork], asked), 'consultation')).toEqual({ consultationReply: '2025-12-31' });
  });

  it('EHC-30: a nil reply is a reply; no reply is none, until the authority goes on without it', () => {
    expect(dates(after(consulted, reply('2025-12-20', { reply: 'nil' })), 'consultation')).toEqual({
      consultationReply: '2025-12-23, met 2025-12-20',
    });
    const goesOn = {
      type: 'WithdrawConsultation',
      on: '2026-01-05',
      consultationId: 's',
      because: 'went-on-without-reply',
    } as const;
    expect(dates(after(consulted, goesOn), 'consultation')).toEqual({});
  });

  it('EHC-30: says why when it cannot meet the need, which is sealed', () => {
    expect(refusalOf(consulted, reply('2025-12-20', { reply: 'cannot-meet-need' }))?.rule).toBe('EHC-30');
    expect(events.schoolReplied.personal).toEqual(['reason']);
  });

  it('EHC-30: is named, is asked once under one id, and replies neither before it was asked nor twice', () => {
    expect(refusalOf(plan, { ...asked, urn: undefined })?.fields).toMatchObject([{ field: 'urn' }]);
    expect(refusalOf(consulted, asked)?.detail).toContain('already');
    expect(refusalOf(consulted, reply('2025-12-07'))?.rule).toBe('EHC-30');
    expect(refusalOf(after(consulted, reply('2025-12-20')), reply('2025-12-21'))?.detail).toContain('already');
    expect(refusalOf(plan, reply('2025-12-20'))?.detail).toContain('no such consultation');
  });
});

describe('A change of ICB', () => {
  const learnt: Asked = {
    type: 'LearnOfIcbChange',
    on: '2025-12-18',
    changeId: 'i',
    toIcb: 'QH8',
    movesOn: day('2026-01-05'),
  };
  const judged = (canSecure: boolean): Asked => ({
    type: 'JudgeIcbProvision',
    on: '2026-01-09',
    changeId: 'i',
    awareOn: day('2026-01-07'),
    canSecure,
  });
  const request: Asked = { type: 'ReceiveIcbRequest', on: '2026-01-20', changeId: 'i', asksFor: 'review' };
  const met: Asked = { type: 'MeetIcbRequest', on: '2026-01-28', changeId: 'i', by: 'review', newCycleId: 'fresh' };
  const known = after(plan, learnt);

  it('EHC-54, CAL-E11: known on 18 Dec 2025, the old ICB notifies by 12 Jan 2026, or on the day of a later move', () => {
    expect(dates(known, 'plan')).toMatchObject({ icbTransfer: '2026-01-12' });
    const later = after(known, { ...learnt, on: '2025-12-22', movesOn: day('2026-02-01') });
    expect(dates(later, 'plan')).toMatchObject({ icbTransfer: '2026-02-01' });
    const notified = after(known, { type: 'NotifyNewIcb', on: '2026-01-05', changeId: 'i' });
    expect(dates(notified, 'plan')).toMatchObject({ icbTransfer: '2026-01-12, met 2026-01-05' });
  });

  it('EHC-54: a new ICB that can secure the provision asks for nothing', () => {
    expect(dates(after(known, judged(true)), 'plan')).not.toHaveProperty('icbRequest');
    expect(refusalOf(after(known, judged(true)), request)?.rule).toBe('EHC-54');
    expect(refusalOf(known, request)?.rule).toBe('EHC-54');
  });

  it('EHC-54: one that cannot asks by 27 Jan 2026, and the authority opens the review that it must', () => {
    const cannot = after(known, judged(false));
    expect(dates(cannot, 'plan')).toMatchObject({ icbRequest: '2026-01-27' });
    const asked = after(cannot, request);
    expect(dates(asked, 'plan')).toMatchObject({
      icbRequest: '2026-01-27, met 2026-01-20',
      icbRequestMet: '2026-02-10',
    });
    const done = after(asked, met);
    expect(dates(done, 'plan')).toMatchObject({ icbRequestMet: '2026-02-10, met 2026-01-28' });
    expect(stateOf(done).cycles.map(({ id, opened }) => [id, opened?.kind])).toEqual([['fresh', 'early']]);
  });

  it('EHC-54: opens no second review beside one that is under way, nor any for a reassessment', () => {
    const asked = after(after(plan, step.meeting('2025-11-10')), learnt, judged(false), request);
    expect(stateOf(after(asked, met)).cycles).toHaveLength(1);
    const reassessed = after(after(known, judged(false), request), { ...met, by: 'reassessment' });
    expect(stateOf(reassessed).cycles).toHaveLength(0);
  });

  it('EHC-54: nothing is done before its turn, and nobody changes to the same ICB', () => {
    expect(refusalOf(after(known, judged(false)), met)?.rule).toBe('EHC-54');
    expect(refusalOf(plan, { ...learnt, fromIcb: 'QH8' })?.rule).toBe('EHC-54');
    expect(refusalOf(known, { ...judged(true), awareOn: day('2026-01-10') } as Asked)?.fields?.[0]?.field).toBe(
      'awareOn',
    );
  });
});

describe('An appeal once it runs', () => {
  const refused = after(plan, step.meeting('2026-05-05'), step.decision('2026-05-26', 'maintain'));
  const registered = after(refused, { type: 'RegisterAppeal', on: '2026-07-13', appealId: 'a', placementOnly: true });
  const appealed = after(registered, { type: 'ReceiveAppealNotice', on: '2026-07-20', appealId: 'a' });
  const fix = (on: string, act: string, dueOn: string, directionId = 'd'): Asked =>
    ({ type: 'FixTribunalDate', on, appealId: 'a', directionId, act, dueOn }) as Asked;

  it('EHC-73: is answered in thirty working days, without August; from the notice once that came', () => {
    expect(dates(registered, 'tribunalAct')).toEqual({ response: '2026-09-22' });
    expect(dates(appealed, 'tribunalAct')).toEqual({ response: '2026-09-29' });
    const answered = after(appealed, { type: 'DoTribunalAct', on: '2026-09-25', appealId: 'a', act: 'response' });
    expect(dates(answered, 'tribunalAct')).toEqual({ response: '2026-09-29, met 2026-09-25' });
  });

  it('EHC-73: a date that the Tribunal fixed takes the place of the count, and stands until it is fixed anew', () => {
    const fixed = after(appealed, fix('2026-07-27', 'response', '2026-08-20'));
    expect(dates(fixed, 'tribunalAct')).toEqual({ response: '2026-08-20' });
    const anew = after(fixed, fix('2026-08-17', 'response', '2026-09-04'));
    expect(dates(anew, 'tribunalAct')).toEqual({ response: '2026-09-04' });
    const [subject] = subjectsOf('plan', stateOf(anew)).filter(({ scope }) => scope === 'tribunalAct');
    const rows = deadlinesFor(packByVersion(rulePack.pack, 1), 'tribunalAct', subject!.facts, subject!.flags);
    expect(rows.map(({ validFrom, dueOn }) => [validFrom, dueOn])).toEqual([
      ['2026-07-13', '2026-09-22'],
      ['2026-07-20', '2026-09-29'],
      ['2026-07-27', '2026-08-20'],
      ['2026-08-17', '2026-09-04'],
    ]);
  });

  it('EHC-73: any other act has a date only when the Tribunal fixed one, and is done under that direction', () => {
    const evidence = {
      type: 'DoTribunalAct',
      on: '2026-10-01',
      appealId: 'a',
      act: 'evidence',
      directionId: 'd',
    } as const;
    expect(refusalOf(appealed, evidence)?.rule).toBe('EHC-73');
    const directed = after(appealed, fix('2026-09-01', 'evidence', '2026-10-10'));
    expect(dates(directed, 'tribunalAct')).toMatchObject({ directed: '2026-10-12' });
    expect(dates(after(directed, evidence), 'tribunalAct')).toMatchObject({ directed: '2026-10-12, met 2026-10-01' });
    expect(refusalOf(directed, fix('2026-09-02', 'bundle', '2026-10-20'))?.fields?.[0]?.field).toBe('act');
  });

  it('EHC-77: conceded, the plan is amended within five weeks of telling the Tribunal, whenever it is closed', () => {
    const conceded = after(appealed, {
      type: 'ConcedeAppeal',
      on: '2026-08-03',
      appealId: 'a',
      order: 'amend-provision',
    });
    expect(dates(conceded, 'tribunalAct')).toEqual({});
    expect(dates(conceded, 'tribunal')).toEqual({ amendUnopposed: '2026-09-07' });
    const closed = after(conceded, {
      type: 'DetermineAppeal',
      on: '2026-08-24',
      appealId: 'a',
      result: 'conceded',
      order: 'amend-provision',
    });
    expect(dates(closed, 'tribunal')).toEqual({ amendUnopposed: '2026-09-07' });
  });

  it('EHC-76, EHC-04: ordered, it is amended within five weeks of the order, and the annual clock runs on', () => {
    const ordered = after(appealed, {
      type: 'DetermineAppeal',
      on: '2026-10-05',
      appealId: 'a',
      result: 'upheld',
      order: 'amend-provision',
    });
    expect(dates(ordered, 'tribunal')).toEqual({ amend: '2026-11-09' });
    const amended = after(ordered, step.final('2026-11-02', { origin: 'tribunal' }));
    expect(dates(amended, 'tribunal')).toEqual({ amend: '2026-11-09, met 2026-11-02' });
    expect(dates(amended, 'cycle')).toMatchObject({ review: '2027-05-25' });
  });

  it('EHC-73: nothing of an appeal lies before its registration or is fixed after its end', () => {
    const early = { type: 'ReceiveAppealNotice', on: '2026-07-12', appealId: 'a' } as const;
    expect(refusalOf(registered, early)?.rule).toBe('EHC-73');
    expect(refusalOf(appealed, fix('2026-09-01', 'evidence', '2026-08-31'))?.fields?.[0]?.field).toBe('dueOn');
    const over = {
      type: 'DetermineAppeal',
      on: '2026-10-05',
      appealId: 'a',
      result: 'dismissed',
      order: 'none',
    } as const;
    expect(refusalOf(after(appealed, over), fix('2026-10-06', 'evidence', '2026-11-01'))?.detail).toContain('already');
  });
});

describe('Further points of a meeting', () => {
  const point = (finding: string): Asked =>
    ({ type: 'RecordReviewPoint', on: '2025-11-12', point: 'personal-budget', finding, newCycleId: 'n' }) as Asked;

  it('EHC-33, EHC-10: are of the review that met, and can be put right', () => {
    expect(refusalOf(plan, point('considered'))?.rule).toBe('EHC-33');
    const met = after(plan, step.meeting('2025-11-10'));
    const said = after(met, point('not-considered'), point('considered'), point('considered'));
    expect(stateOf(said).cycles[0]?.points.map(({ finding }) => finding)).toEqual(['not-considered', 'considered']);
  });
});
