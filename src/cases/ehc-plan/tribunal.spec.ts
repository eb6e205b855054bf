// An appeal once it runs: what is refused, and which dates follow.
import { deadlinesFor, packByVersion } from '../../rules/index.js';
import { subjectsOf } from './domain/facts.js';
import type { ask } from './domain/history-for-tests.js';
import {
  checkedAfter as after,
  datesOf as dates,
  issued,
  refusalOf,
  rulePack,
  stateOf,
  step,
} from './domain/history-for-tests.js';

type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-12-20')];

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
