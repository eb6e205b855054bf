// Terms of an authority: their first days, the list's last day in time, and what is not known is said.
import { civilDate } from '../../../../kernel/calendar/index.js';
import { comingTerm, firstDayAt, namesOf, termOf } from './terms.js';

it('EHC-11: a term reaches up to the first day of the next one, holidays included', () => {
  expect(termOf('881', '2020-autumn')).toMatchObject({ firstDay: '2020-09-02', nextFirstDay: '2021-01-04' });
  expect(termOf('881', '2021-spring')).toMatchObject({ firstDay: '2021-01-04', nextFirstDay: '2021-04-12' });
});

it('EHC-11: no list is made of a term whose end nobody knows', () => {
  expect(() => termOf('881', '2021-summer')).toThrow('does not say when the next term starts');
  expect(() => termOf('881', '2031-spring')).toThrow('There is no term');
  expect(() => termOf('nowhere', '2021-spring')).toThrow('There is no term calendar');
});

it('EHC-11: a school may start on another day than its authority', () => {
  const autumn = termOf('seaborough', '2026-autumn');
  expect(firstDayAt('seaborough', autumn, '998001')).toBe('2026-09-02');
  expect(firstDayAt('seaborough', autumn, '998003')).toBe('2026-09-04');
  expect(firstDayAt('seaborough', autumn, undefined)).toBe('2026-09-02');
});

it.each([
  ['2026-09-02', '2026-autumn'],
  ['2026-09-03', '2027-spring'],
  ['2026-12-31', '2027-spring'],
])('EHC-11: on %s the coming term is %s', (on, term) => {
  expect(comingTerm('seaborough', civilDate(on)).id).toBe(term);
});

it('knows an authority by the name under which its officers sign in', () => {
  expect(namesOf('seaborough-council')[0]).toBe('seaborough');
});

it('every calendar gives its terms in order, each with its own name', () => {
  for (const code of ['881', 'seaborough']) {
    let term = comingTerm(code, civilDate('2000-01-01'));
    const seen: string[] = [];
    for (;;) {
      expect(term.nextFirstDay > term.firstDay).toBe(true);
      expect(seen).not.toContain(term.id);
      seen.push(term.id);
      try {
        term = comingTerm(code, term.nextFirstDay);
      } catch {
        break;
      }
    }
    expect(seen.length).toBeGreaterThan(1);
  }
});
