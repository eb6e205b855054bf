// TRN-03: given a late referral, when it is processed, then planning and the interface meeting stand as tasks.
import { correctionFacts } from '../../../kernel/corrections.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';

const late = opened('a', { referredOn: '2026-06-01', late: true });

async function begun() {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  return { ...desk, process: () => managers.catchUp() };
}

test('TRN-03: after a late referral planning is due in fourteen days, the interface meeting in a month', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', late);
  await process();
  expect(await tasks()).toMatchObject([
    { kind: 'late-referral-interface', due: '2026-07-02' },
    { kind: 'late-referral-planning', due: '2026-06-15' },
  ]);
});

test('a referral in time opens none', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', opened('a', { referredOn: '2026-06-01' }));
  await process();
  expect(await tasks()).toEqual([]);
});

test('each is done when its step is recorded', async () => {
  const { record, process, tasks } = await begun();
  await record('transition-t1', late);
  const discussed = { meetingId: 'm1', manner: 'named' as const, recipients: [], consentEventIds: [] };
  await record('transition-t1', events.interfaceDiscussed.fact(day('2026-06-10'), discussed));
  await record('transition-t1', events.markRecorded.fact(day('2026-06-12'), { mark: 'planningStarted' }));
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'fact' }, { closed: 'fact' }]);
});

test('both go when the referral turns out to have been in time, and when the case is closed', async () => {
  const { record, process, tasks } = await begun();
  const [correctsEventId = ''] = await record('transition-t1', late);
  const changes = [
    { field: 'referredOn', from: '2026-06-01', to: '2025-06-01' },
    { field: 'late', from: true, to: false },
  ];
  await process();
  await record(
    'transition-t1',
    correctionFacts.corrected.fact(day('2026-06-11'), { correctsEventId, changes, reason: 'the letter was older' }),
  );
  await record('transition-t2', late);
  await process();
  await record('transition-t2', events.camhsClosed.fact(day('2026-06-14'), { destination: 'MOVED_AWAY' }));
  await process();
  expect((await tasks()).map(({ closed }) => closed)).toEqual(Array(4).fill('cause-withdrawn'));
});
