import { table } from './figures.js';
import { takeTurns, type KindOfWork } from './take-turns.js';

/** Each kill takes so many seconds of a clock that only these move. */
function kindsTaking(seconds: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>> = {}) {
  let time = 0;
  const order: string[] = [];
  const removed: string[] = [];
  const kinds: KindOfWork[] = Object.entries(seconds).map(([what, each]) => {
    let kills = 0;
    return {
      what,
      weight: weights[what] ?? 1,
      begin: () =>
        Promise.resolve({
          cut() {
            kills++;
            time += each * 1000;
            order.push(what);
            return what === 'broken' ? Promise.reject(new Error('lost an event')) : Promise.resolve();
          },
          end: () => Promise.resolve({ what, kills, facts: kills }),
          remove: () => void removed.push(what),
        }),
    };
  });
  return { kinds, order, removed, now: () => time };
}

describe('kinds of work that are killed in turn', () => {
  it('reaches every kind in a run that is shorter than one turn of each', async () => {
    const { kinds, order, now } = kindsTaking({ append: 100, load: 100, rebuild: 100 });
    const outcomes = await takeTurns(kinds, { rounds: 600, seconds: 1, now });
    expect(order).toEqual(['append', 'load', 'rebuild']);
    expect([...outcomes.values()]).toEqual(['append', 'load', 'rebuild'].map((what) => ({ what, kills: 1, facts: 1 })));
  });

  it('reaches every kind though fewer kills are asked for than there are kinds', async () => {
    const { kinds, order, now } = kindsTaking({ append: 1, load: 1, rebuild: 1 }, { append: 14 });
    await takeTurns(kinds, { rounds: 1, seconds: 0, now });
    expect(order).toEqual(['append', 'load', 'rebuild']);
  });

  it('shares the kills by weight, wherever the time ends', async () => {
    const { kinds, order, now } = kindsTaking({ append: 1, load: 2, rebuild: 1 }, { append: 4, load: 2 });
    await takeTurns(kinds, { rounds: 600, seconds: 90, now });
    const of = (what: string) => order.filter((each) => each === what).length;
    expect(of('append')).toBeGreaterThan(30);
    expect(Math.abs(of('append') - 2 * of('load'))).toBeLessThanOrEqual(4);
    expect(Math.abs(of('load') - 2 * of('rebuild'))).toBeLessThanOrEqual(2);
  });

  it('kills exactly so many as asked for', async () => {
    const { kinds, order, now } = kindsTaking({ append: 1, load: 1 }, { append: 3 });
    await takeTurns(kinds, { rounds: 24, seconds: 0, now });
    expect(order).toHaveLength(24);
  });

  it('goes on with the others when one kind failed, says so, and cleans up after all', async () => {
    const { kinds, order, removed, now } = kindsTaking({ append: 1, broken: 1, load: 1 });
    const outcomes = await takeTurns(kinds, { rounds: 9, seconds: 0, now });
    expect(outcomes.get('broken')).toEqual({ failed: new Error('lost an event') });
    expect(outcomes.get('load')).toMatchObject({ kills: 4 });
    expect(order.filter((each) => each === 'broken')).toHaveLength(1);
    expect(removed).toEqual(['append', 'broken', 'load']);
  });

  it('has a line in the table for what failed, proved nothing or was not run, and none of them looks proved', async () => {
    const { kinds, now } = kindsTaking({ append: 1, broken: 1, load: 1 });
    const outcomes = new Map(await takeTurns(kinds, { rounds: 3, seconds: 0, now }));
    outcomes.set('rebuild', { what: 'rebuild', kills: 2, facts: 0 });
    const told = table([...kinds, { what: 'rebuild' }, { what: 'projecting' }], outcomes, 3, 7);
    expect(told.split('\n').slice(2)).toEqual([
      '| append | 1 | 1 |  |',
      '| broken | FAILED | | |',
      '| load | 1 | 1 |  |',
      '| rebuild | 2, PROVED NOTHING | 0 | |',
      '| projecting | NOT RUN | | |',
      '4 kills in 3 s, seed 7. 2 of 5 kinds of work were proved: nothing lost, nothing doubled.',
    ]);
  });
});
