// The first six months at a glance: kept, missed, none booked, and "not known" where nobody has said (TRN-27).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { auditTag, firstAppointment, shownFirstMonths, shownFirstMonthsRow } from './shown-first-months.js';

const day = '2026-11-25' as CivilDate;
const appointment = (status: string, bookedFor: string, more = {}) => ({
  appointmentId: bookedFor,
  bookedFor,
  status,
  outcomeOn: null,
  contactedOn: null,
  ...more,
});

test.each([
  ['nothing is booked', [], 'None booked', 'red'],
  ['ahead', [appointment('booked', '2026-12-01')], 'Booked for 1 Dec 2026', 'blue'],
  ['today is not late', [appointment('booked', '2026-11-25')], 'Booked for 25 Nov 2026', 'blue'],
  [
    'a day gone by without an answer is not known',
    [appointment('booked', '2026-11-24')],
    'Not known: booked for 24 Nov 2026, no answer on record',
    'orange',
  ],
  [
    'missed, and nobody has been in touch',
    [appointment('missed', '2026-11-20', { outcomeOn: '2026-11-20' })],
    'Missed 20 Nov 2026, no contact on record since',
    'red',
  ],
  [
    'kept after a miss',
    [
      appointment('missed', '2026-11-02'),
      appointment('attended', '2026-11-16', { outcomeOn: '2026-11-16' }),
      appointment('booked', '2026-12-16'),
    ],
    'Kept 16 Nov 2026',
    'green',
  ],
])('TRN-27: %s', (_, appointments, text, colour) =>
  expect(firstAppointment(appointments, day)).toEqual({ text, colour }),
);

test('TRN-E4: the audit window is shown before, within and after it, done or not', () => {
  const audit = { rule: 'TRN-A4.5', opensOn: '2026-08-15', closesOn: '2026-11-15' };
  const on = (date: string, more = {}) => auditTag({ ...audit, ...more }, date as CivilDate).text;
  expect(on('2026-08-14')).toBe('Not yet: 15 Aug 2026 to 15 Nov 2026');
  expect(on('2026-08-15')).toBe('Due now: 15 Aug 2026 to 15 Nov 2026');
  expect(on('2026-11-15')).toBe('Due now: 15 Aug 2026 to 15 Nov 2026');
  expect(on('2026-11-16')).toBe('Not on record; the window closed 15 Nov 2026');
  expect(on('2026-11-16', { doneOn: '2026-09-01' })).toBe('Done 1 Sep 2026');
  expect(auditTag(undefined, day).text).toBe('Not asked for by this protocol');
  expect(auditTag({ rule: 'TRN-A4.5' }, day).text).toBe('Window not known: no opening on record');
});

test('kept or missed is asked once the day has come, the contact after a miss, and nothing of who may not', () => {
  const line = {
    id: 't1',
    personId: 'p1',
    name: 'Ada',
    ...{ team: 'Estuary', leadService: 'camhs', leadServiceName: 'CAMHS', gap: false, revision: 3 },
    ...{ owed: [], items: [], referrals: [], receipts: [] },
    appointments: [
      appointment('booked', '2026-12-01'),
      appointment('booked', '2026-11-25'),
      appointment('missed', '2026-11-01'),
    ],
  };
  const actions = (may: () => boolean) =>
    shownFirstMonths(line, may, day).appointments.map((one) => one.actions.map(({ text }) => text));
  expect(actions(() => true)).toEqual([
    [],
    ['Record that it was kept', 'Record that it was missed'],
    ['Record the contact after it'],
  ]);
  expect(actions(() => false)).toEqual([[], [], []]);
});

test('an unknown service, day or end is said to be not known', () =>
  expect(shownFirstMonthsRow({ id: 't1', personId: 'p1', name: 'Ada', appointments: [], owed: [] }, day)).toMatchObject(
    {
      service: 'Service not known',
      transferred: 'Not known',
      until: 'Not known',
    },
  ));

test('TRN-08: what is still owed stands on the line, and after the six months says so', () => {
  const line = { id: 't1', personId: 'p1', name: 'Ada', appointments: [], owed: ['Post-transition audit'] };
  const on = (coverUntil: string) => shownFirstMonthsRow({ ...line, coverUntil }, day).owed;
  expect(on('2026-11-25')).toBe('Owed: Post-transition audit');
  expect(on('2026-11-24')).toBe('After six months, still owed: Post-transition audit');
  expect(shownFirstMonthsRow({ ...line, owed: [] }, day).owed).toBeUndefined();
});
