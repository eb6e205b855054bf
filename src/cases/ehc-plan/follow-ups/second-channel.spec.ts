// R14: given a notice that bounced, when it is processed, then a second channel is due until somebody was served.
import { correctionFacts } from '../../../kernel/corrections.js';
import { taskOf } from '../../../engine/tasks/domain/decide.js';
import { taskEvents } from '../../../engine/tasks/domain/events.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import { ehcEvents as events } from '../domain/events.js';
import { day, noticedByEmail, noticedCycleId } from '../domain/history-for-tests.js';

const stream = 'ehcPlan-plan1';
const bounced = (on: string, channel: 'email' | 'post') =>
  events.noticeBounced.fact(day(on), { cycleId: noticedCycleId, channel });
const served = (on: string, channel: 'email' | 'post') =>
  events.noticeServed.fact(day(on), { cycleId: noticedCycleId, channel });

async function begun() {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  await desk.record(stream, ...noticedByEmail);
  return { ...desk, process: () => managers.catchUp() };
}

test('R14: the bounce makes a task for the caseworker, due in two days', async () => {
  const { record, process, tasks } = await begun();
  await process();
  expect(await tasks()).toEqual([]);
  await record(stream, bounced('2026-06-11', 'email'));
  await process();
  expect(await tasks()).toMatchObject([{ kind: 'second-channel', due: '2026-06-13', closed: undefined }]);
});

test('served by post, it is done; when that bounces too, it is due again, as the same task', async () => {
  const { record, process, tasks } = await begun();
  await record(stream, bounced('2026-06-11', 'email'));
  await record(stream, served('2026-06-12', 'post'));
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'fact' }]);
  await record(stream, bounced('2026-06-14', 'post'));
  await process();
  expect(await tasks()).toMatchObject([{ closed: undefined, due: '2026-06-16' }]);
});

test('a family that another channel reached at the same time needs no second one', async () => {
  const { record, process, tasks } = await begun();
  await record(stream, served('2026-06-10', 'post'));
  await record(stream, bounced('2026-06-11', 'email'));
  await process();
  expect(await tasks()).toEqual([]);
});

test('a second channel that had reached them before anybody looked, and bounces later, leaves the family unserved: due from then', async () => {
  const { record, process, tasks } = await begun();
  await record(stream, served('2026-06-10', 'post'));
  await record(stream, bounced('2026-06-11', 'email'));
  await process();
  await record(stream, bounced('2026-06-14', 'post'));
  await process();
  expect(await tasks()).toMatchObject([{ kind: 'second-channel', due: '2026-06-16', closed: undefined }]);
});

test('a bounce that is withdrawn takes the task with it, and so does the end of the plan', async () => {
  const { record, process, tasks } = await begun();
  const [eventId = ''] = await record(stream, bounced('2026-06-11', 'email'));
  await process();
  await record(
    stream,
    correctionFacts.withdrawn.fact(day('2026-06-12'), { correctsEventId: eventId, reason: 'it was another letter' }),
  );
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'cause-withdrawn' }]);
  await record(stream, bounced('2026-06-13', 'email'));
  await process();
  expect(await tasks()).toMatchObject([{ closed: undefined }]);
  await record(stream, events.planMovedOut.fact(day('2026-06-14'), { toAuthority: '883' }));
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'cause-withdrawn' }]);
});

test('R14: what a person called done is due again when a further letter bounces; that it was done about the first stays told', async () => {
  const { record, process, tasks, taskStreams, journal } = await begun();
  await record(stream, bounced('2026-06-11', 'email'));
  await process();
  const [taskStream = ''] = await taskStreams();
  await record(taskStream, taskEvents.done.fact(day('2026-06-12'), { by: 'person' }));
  await record(stream, served('2026-06-12', 'post'));
  await process();
  expect(await tasks()).toMatchObject([{ closed: 'person' }]);
  await record(stream, bounced('2026-06-14', 'post'));
  await process();
  expect(await tasks()).toMatchObject([{ closed: undefined, due: '2026-06-16' }]);
  const { state } = await journal.load(taskOf('ehc'), taskStream.slice('ehcTask-'.length));
  expect(state.causes.map(({ on }) => on)).toEqual(['2026-06-11', '2026-06-14']);
});
