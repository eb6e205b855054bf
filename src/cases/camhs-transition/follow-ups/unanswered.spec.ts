// TRN-33, TRN-B3.3: given what was asked of the receiving service, when it is processed, then both sides have it on their desks.
import { correctionFacts } from '../../../kernel/corrections.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import type { Fact } from '../../../kernel/events.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';

const to = { destination: 'PROGRESSIONS' };
const referred = (on = '2026-06-01') => events.referred.fact(day(on), { ...to, consentEventIds: [] });

async function after(...steps: readonly (readonly Fact[])[]) {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  await desk.record('transition-t1', opened('a'));
  const ids: string[] = [];
  for (const facts of steps) {
    ids.push(...(await desk.record('transition-t1', ...facts)));
    await managers.catchUp();
  }
  return { desk, ids, managers, tasks: await desk.tasks() };
}

const closed = (...kinds: readonly (readonly [string, string | undefined])[]) =>
  kinds.map(([kind, how]) => expect.objectContaining({ kind, closed: how }) as object);

describe('TRN-33: a referral onward', () => {
  test('waits on both desks, for fourteen days unless changed', async () => {
    const { tasks } = await after([referred()]);
    expect(tasks).toEqual([
      { kind: 'referral-answer-adult', caseId: 't1', due: '2026-06-15', closed: undefined },
      { kind: 'referral-answer-camhs', caseId: 't1', due: '2026-06-15', closed: undefined },
    ]);
  });

  test('is asked about however late it was put on record: nobody has answered it', async () => {
    const { tasks } = await after([referred('2026-01-05')]);
    expect(tasks).toMatchObject([{ due: '2026-01-19' }, { due: '2026-01-19' }]);
  });

  test.each([
    ['a yes', events.referralAccepted.fact(day('2026-06-09'), { ...to, by: 'c', evidence: 'letter' })],
    ['a no', events.referralRefused.fact(day('2026-06-09'), { ...to, reason: 'threshold' })],
    [
      'opening the case',
      events.receivingServiceOpened.fact(day('2026-06-09'), { service: 'PROGRESSIONS', reference: 'r' }),
    ],
    ['accepting the hand-over', events.handOverAccepted.fact(day('2026-06-09'), { service: 'PROGRESSIONS', by: 'c' })],
  ])('is answered by %s', async (_, answer) => {
    const { tasks } = await after([referred()], [answer]);
    expect(tasks).toEqual(closed(['referral-answer-adult', 'fact'], ['referral-answer-camhs', 'fact']));
  });

  test('is not answered by another service', async () => {
    const other = events.receivingServiceOpened.fact(day('2026-06-09'), { service: 'ADULT_LD', reference: 'r' });
    const { tasks } = await after([referred()], [other]);
    expect(tasks).toEqual(closed(['referral-answer-adult', undefined], ['referral-answer-camhs', undefined]));
  });

  test('is asked about again when its answer was recorded in error, and by nobody when it never was', async () => {
    const { desk, ids, managers } = await after(
      [referred()],
      [events.referralRefused.fact(day('2026-06-09'), { ...to, reason: 'threshold' })],
    );
    const [made = '', refused = ''] = ids;
    const withdraw = (correctsEventId: string) =>
      desk.record(
        'transition-t1',
        correctionFacts.withdrawn.fact(day('2026-06-10'), { correctsEventId, reason: 'not theirs' }),
      );
    await withdraw(refused);
    await managers.catchUp();
    expect(await desk.tasks()).toEqual(
      closed(['referral-answer-adult', undefined], ['referral-answer-camhs', undefined]),
    );
    await withdraw(made);
    await managers.catchUp();
    expect(await desk.tasks()).toMatchObject([{ closed: 'cause-withdrawn' }, { closed: 'cause-withdrawn' }]);
  });
});

describe('TRN-B3.3: the items of a hand-over', () => {
  const offered = (itemId: string, on: string) => events.itemOffered.fact(day(on), { itemId, kind: 'medication' });
  const accepted = (itemId: string, on: string) => events.itemAccepted.fact(day(on), { itemId });
  const back = events.itemReturned.fact(day('2026-06-05'), { itemId: 'i1', reason: 'page missing' });

  test('wait on both desks together, from the one that has waited longest', async () => {
    const { tasks } = await after([offered('i1', '2026-06-01'), offered('i2', '2026-06-03')]);
    expect(tasks).toMatchObject([
      { kind: 'hand-over-answer-adult', due: '2026-06-15', closed: undefined },
      { kind: 'hand-over-answer-camhs', due: '2026-06-15', closed: undefined },
    ]);
    const one = await after([offered('i1', '2026-06-01'), offered('i2', '2026-06-03')], [accepted('i1', '2026-06-04')]);
    expect(one.tasks).toMatchObject([{ due: '2026-06-17' }, { due: '2026-06-17' }]);
  });

  test('are done when the last is answered; what was sent back is then with CAMHS, until it is offered again', async () => {
    const sentBack = await after([offered('i1', '2026-06-01')], [back]);
    expect(sentBack.tasks).toEqual(
      closed(
        ['hand-over-answer-adult', 'fact'],
        ['hand-over-answer-camhs', 'fact'],
        ['hand-over-sent-back', undefined],
      ),
    );
    const again = await after([offered('i1', '2026-06-01')], [back], [offered('i1', '2026-06-08')]);
    expect(again.tasks).toEqual(
      closed(
        ['hand-over-answer-adult', undefined],
        ['hand-over-answer-camhs', undefined],
        ['hand-over-sent-back', 'fact'],
      ),
    );
  });
});

describe('TRN-27: referred back to the named worker', () => {
  const back = events.referredBack.fact(day('2026-06-02'), { reason: 'missed twice' });

  test('is a task for CAMHS, due in seven days, also after the case was closed to CAMHS', async () => {
    const gone = events.camhsClosed.fact(day('2026-06-01'), { destination: 'PROGRESSIONS' });
    const { tasks } = await after([gone], [back]);
    expect(tasks).toEqual([{ kind: 'referred-back', caseId: 't1', due: '2026-06-09', closed: undefined }]);
  });

  test('is done by the next referral, or by an appointment that was kept after all', async () => {
    expect((await after([back], [referred('2026-06-04')])).tasks).toContainEqual(
      expect.objectContaining({ kind: 'referred-back', closed: 'fact' }),
    );
    const of = { appointmentId: 'a1' };
    const kept = [
      events.appointmentBooked.fact(day('2026-06-03'), { ...of, bookedFor: day('2026-06-08') }),
      events.appointmentAttended.fact(day('2026-06-08'), of),
    ];
    expect((await after([back], kept)).tasks).toMatchObject([{ kind: 'referred-back', closed: 'fact' }]);
  });

  test('is not done by a referral before it', async () => {
    const { tasks } = await after([referred('2026-06-01')], [back]);
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'referred-back', closed: undefined }));
  });
});
