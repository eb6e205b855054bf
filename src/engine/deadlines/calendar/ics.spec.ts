// Deadlines as a calendar: whole days whatever the machine's zone, an entry that stays the same one, nothing personal.
import fc from 'fast-check';
import { civilDate } from '../../../kernel/calendar/index.js';
import { ics, uidOf, type CalendarRow } from './ics.js';

const row: CalendarRow & { readonly person: string } = {
  pathway: 'ehc',
  caseId: 'c-1',
  subjectId: 's-1',
  scope: 'cycle',
  key: 'decision',
  rule: 'EHC-22',
  title: 'Decide to maintain, amend or cease, and notify',
  force: 'law',
  dueOn: civilDate('2026-10-25'),
  opensOn: null,
  person: 'Ivy-May Made-Up',
};
const now = '2026-06-01T09:00:00.000Z';
const told = (...rows: readonly CalendarRow[]) =>
  ics(rows, 'http://onward.example', now)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');

it('is a whole day, with the step, the rule and the case, and no name of a person', () => {
  const lines = told(row);
  expect(lines).toContain('DTSTART;VALUE=DATE:20261025');
  expect(lines.find((line) => line.startsWith('DTSTART'))).not.toContain('T00');
  expect(lines).toContain('SUMMARY:Decide to maintain\\, amend or cease\\, and notify (EHC-22)');
  expect(lines.join('\n')).toContain('EHC case c-1.');
  expect(lines).toContain('DTSTAMP:20260601T090000Z');
  expect(lines).toContain('X-WR-TIMEZONE:Europe/London');
  expect(lines.join('\n')).not.toMatch(/Ivy|Made-Up/);
});

it('CAL: every day of a year stays that day, those of a clock change too', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const dueOn = date.toISOString().slice(0, 10);
      expect(told({ ...row, dueOn: civilDate(dueOn) })).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`);
    }),
    { numRuns: 200 },
  );
});

it('a date that moves is the same entry; another step, subject or case is another one', () => {
  expect(uidOf({ ...row, dueOn: civilDate('2027-01-01') })).toBe(uidOf(row));
  const others = [
    { key: 'review' },
    { subjectId: 's-2' },
    { caseId: 'c-2' },
    { scope: 'plan' },
    { pathway: 'waiting' },
  ];
  const ids = [{}, ...others].map((other) => uidOf({ ...row, ...other }));
  expect(new Set(ids).size).toBe(6);
});

it('says from when a step is possible', () =>
  expect(told({ ...row, opensOn: civilDate('2026-10-01') }).join('\n')).toContain('Possible from 1 Oct 2026.'));

it('an empty calendar is one too', () =>
  expect(told()).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'END:VCALENDAR'])));
