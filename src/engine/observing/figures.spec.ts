// What becomes of work in the figures: how it ended, how long it took, and nothing that was in it.
import { conflict } from '../../kernel/errors.js';
import { Figures } from './figures.js';

const append = { kind: 'append', category: 'ehcPlan', events: 2, correlationId: 'of-ada' } as const;

const linesOf = async (figures: Figures, name: string): Promise<string[]> =>
  (await figures.text()).split('\n').filter((line) => line.startsWith(name));

it('an append counts its events when it was new, and not when it was there already or somebody was quicker', async () => {
  const figures = new Figures();
  await figures.around(append, () => Promise.resolve({ repeated: false }));
  await figures.around(append, () => Promise.resolve({ repeated: true }));
  const late = conflict('ehcPlan-1', 0, 1);
  await expect(figures.around(append, () => Promise.reject(late))).rejects.toBe(late);
  expect(await linesOf(figures, 'onward_appends_total')).toEqual([
    'onward_appends_total{outcome="done"} 1',
    'onward_appends_total{outcome="repeated"} 1',
    'onward_appends_total{outcome="changed-by-someone-else"} 1',
  ]);
  expect(await linesOf(figures, 'onward_events_appended_total')).toEqual([
    'onward_events_appended_total{category="ehcPlan"} 2',
  ]);
  expect(await linesOf(figures, 'onward_append_conflicts_total')).toEqual(['onward_append_conflicts_total 1']);
  expect(await figures.text()).not.toContain('of-ada');
});

it('what failed without being an error of the catalogue is a defect, whatever it says', async () => {
  const figures = new Figures();
  const effect = { kind: 'effect', by: 'process.late-referral', correlationId: 'c' } as const;
  await expect(figures.around(effect, () => Promise.reject(new Error('Ada')))).rejects.toThrow('Ada');
  expect(await linesOf(figures, 'onward_effects_total')).toEqual([
    'onward_effects_total{by="process.late-referral",outcome="defect"} 1',
  ]);
});

it('what the projecting thread took is counted for each list', async () => {
  const figures = new Figures();
  figures.projected({ projections: ['wait', 'worklist'], events: 3, seconds: 0.01 });
  figures.projected({ projections: ['wait'], events: 2, seconds: 0.01 });
  expect(await linesOf(figures, 'onward_events_projected_total')).toEqual([
    'onward_events_projected_total{projection="wait"} 5',
    'onward_events_projected_total{projection="worklist"} 3',
  ]);
});
