// A change of ICB: what is refused, and which dates follow.
import type { ask } from './domain/history-for-tests.js';
import {
  checkedAfter as after,
  datesOf as dates,
  day,
  issued,
  refusalOf,
  stateOf,
  step,
} from './domain/history-for-tests.js';

type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-12-20')];

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
