// TRN-27: given what happened to first appointments, when it is processed, then these tasks are on the desks of both sides.
import { correctionFacts } from '../../../kernel/corrections.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';

const of = { appointmentId: 'a1' };
const missed = events.appointmentMissed.fact(day('2026-06-10'), of);
const booked = events.appointmentBooked.fact(day('2026-06-01'), { ...of, bookedFor: day('2026-06-10') });
const contacted = events.contactedAfterMiss.fact(day('2026-06-12'), { ...of, method: 'call', reached: true });

const adult = { kind: 'missed-first-appointment-adult', due: '2026-06-17' };
const camhs = { kind: 'missed-first-appointment-camhs', due: '2026-06-17' };

async function begun() {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  await desk.record('transition-t1', opened('a'), booked);
  return { ...desk, process: () => managers.catchUp() };
}

test('TRN-27: a missed first appointment opens a task for each side, due in seven days, and says who and why', async () => {
  const { record, process, tasks, journal } = await begun();
  const [cause] = await record('transition-t1', missed);
  await process();
  expect(await tasks()).toEqual([
    { ...adult, caseId: 't1', closed: undefined },
    { ...camhs, caseId: 't1', closed: undefined },
  ]);
  for await (const page of journal.readAll())
    for (const { type, metadata } of page.filter((event) => event.type.startsWith('Task'))) {
      const actor = { id: 'process.missed-first-appointment', role: 'system', organisation: 'estuary-camhs' };
      expect([type, metadata]).toEqual(['TaskOpened', expect.objectContaining({ actor, causationId: cause })]);
    }
  expect.assertions(3);
});

test('once the young person was contacted the adult side is done; CAMHS stays in touch until they are seen', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', missed);
  await process();
  await record('transition-t1', contacted);
  await process();
  expect(await tasks()).toMatchObject([
    { ...adult, closed: 'fact' },
    { ...camhs, closed: undefined },
  ]);
  const again = { appointmentId: 'a2' };
  const second = events.appointmentBooked.fact(day('2026-06-12'), { ...again, bookedFor: day('2026-06-14') });
  await record('transition-t1', second, events.appointmentAttended.fact(day('2026-06-14'), again));
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'fact' }, { closed: 'fact' }]);
});

test('a miss that was recorded in error is followed up by nobody any more', async () => {
  const { record, process, tasks } = await begun();
  const [correctsEventId = ''] = await record('transition-t1', missed);
  await process();
  await record(
    'transition-t1',
    correctionFacts.withdrawn.fact(day('2026-06-11'), { correctsEventId, reason: 'another person' }),
  );
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'cause-withdrawn' }, { closed: 'cause-withdrawn' }]);
});

test('a corrected day of the miss moves both dates', async () => {
  const { record, process, tasks } = await begun();
  const [correctsEventId = ''] = await record('transition-t1', missed);
  const correction = { correctsEventId, changes: [{ field: 'occurredOn', from: '2026-06-10', to: '2026-06-09' }] };
  await process();
  await record(
    'transition-t1',
    correctionFacts.corrected.fact(day('2026-06-11'), { ...correction, reason: 'typed wrong' }),
  );
  await process();
  expect(await tasks()).toMatchObject([{ due: '2026-06-16' }, { due: '2026-06-16' }]);
});

test('a contact that was recorded in error opens the task of the adult side again', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', missed);
  const [correctsEventId = ''] = await record('transition-t1', contacted);
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'fact' }, { closed: undefined }]);
  await record(
    'transition-t1',
    correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId, reason: 'wrong number' }),
  );
  await process();
  expect(await tasks()).toMatchObject([adult, camhs].map((task) => ({ ...task, closed: undefined })));
});

test('a miss entered a few days late is news; one of last year, from a file, is history', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', events.appointmentMissed.fact(day('2026-05-15'), of));
  await record(
    'transition-t2',
    opened('b'),
    events.appointmentBooked.fact(day('2025-05-01'), { ...of, bookedFor: day('2025-05-10') }),
    events.appointmentMissed.fact(day('2025-05-10'), of),
  );
  await process();
  expect((await tasks()).map(({ caseId }) => caseId)).toEqual(['t1', 't1']);
});

test('for how long a miss is news is said by the day on which it was recorded, however late anybody looks', async () => {
  const desk = aDesk();
  const newsForDays = (recordedOn: string) => (recordedOn < '2026-07-01' ? 30 : 0);
  const managers = desk.managing({ newsForDays });
  await managers.introduce();
  await desk.record('transition-t1', opened('a'), booked, missed);
  desk.clock.set('2026-08-01T09:00:00.000Z');
  await desk.record('transition-t2', opened('b'), booked, missed);
  await managers.catchUp();
  expect((await desk.tasks()).map(({ caseId }) => caseId)).toEqual(['t1', 't1']);
});
