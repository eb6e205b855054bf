// What is counted as missing is cited and explained: no count without its rule in the figure's own words.
import { civilDate } from '../../../kernel/calendar/index.js';
import { lackRules } from '../../../cases/ehc-plan/domain/lacks.js';
import { lacksFigure } from './lacks.js';

test.each(Object.entries(lackRules))('%s: %s', (_, cited) => {
  const { rules, definition } = lacksFigure(
    { from: '2026-09-01', to: '2027-08-31', lacks: [] },
    civilDate('2026-11-25'),
  );
  for (const rule of cited.split(', ')) {
    expect(rules.split(', ')).toContain(rule);
    expect(definition).toMatch(new RegExp(`${rule}\\b`));
  }
});
