// Further points of a meeting.
import type { ask } from './domain/history-for-tests.js';
import { checkedAfter as after, issued, refusalOf, stateOf, step } from './domain/history-for-tests.js';

type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-12-20')];

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
