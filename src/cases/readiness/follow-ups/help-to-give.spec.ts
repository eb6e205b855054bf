// RSG-07: given help that was asked for, then it is on somebody's desk until it is recorded what became of it.
import { whole } from '../../../apps/cases.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import type { Fact } from '../../../kernel/events.js';
import { readinessEvents as events } from '../domain/events.js';
import { helpIdOf } from '../domain/evolve.js';
import { day, sent, stage, started } from '../readiness-for-tests.js';

const begun = started('2026-01-10');
const raised = (on: string, helpId: string) =>
  events.helpRaised.fact(day(on), { helpId, askedBy: 'young-person', what: 'how to ring the clinic' });
const given = (on: string, helpId: string) =>
  events.helpAddressed.fact(day(on), { helpId, outcome: 'given', how: 'shown' });
const appointment = (on: string, appointmentOn: string) =>
  events.appointmentMade.fact(day(on), { appointmentOn: day(appointmentOn) });

/** The clock of the desk stands at 15 June 2026. */
async function after(...facts: readonly Fact[]) {
  expect(whole.processManagers.map(({ name }) => name)).toContain('help-to-give');
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  for (const fact of facts) {
    await desk.record('readiness-r1', fact);
    await managers.catchUp();
  }
  return (await desk.tasks()).map(({ kind, due, closed }) => `${kind} ${due} ${closed ?? 'open'}`).sort();
}

test('RSG-07: each answer that asks is a task, due at the next appointment that is agreed', async () => {
  const asked = sent('2026-06-10', 'getting-ready', { 'seen-alone': { answer: 'help' }, exercise: { answer: 'help' } });
  const tasks = await after(begun, appointment('2026-06-01', '2026-07-20'), asked);
  expect(tasks).toEqual(['readiness-help 2026-07-20 open', 'readiness-help 2026-07-20 open']);
});

test('RSG-07: with none agreed it is due after the 28 days of the pack; an appointment made since moves it, and so does a visit that nobody had agreed', async () => {
  expect(await after(begun, raised('2026-06-10', 'h1'))).toEqual(['readiness-help 2026-07-08 open']);
  const moved = await after(begun, raised('2026-06-10', 'h1'), appointment('2026-06-12', '2026-07-01'));
  expect(moved).toEqual(['readiness-help 2026-07-01 open']);
  expect(await after(begun, raised('2026-06-01', 'h1'), visit('2026-06-08'))).toEqual([
    'readiness-help 2026-06-08 open',
  ]);
});

const visit = (on: string, nextOn?: string) =>
  events.visitRecorded.fact(day(on), {
    ...{ seenAlone: 'none', tookPart: 'present', askThreeQuestions: false },
    ...(nextOn === undefined ? {} : { nextOn: day(nextOn) }),
  });

test('RSG-07: an appointment that was agreed anew counts, as in the list, whether it is earlier or later', async () => {
  for (const anew of ['2026-07-01', '2026-07-30']) {
    const moved = [
      appointment('2026-06-01', '2026-07-20'),
      raised('2026-06-10', 'h1'),
      appointment('2026-06-12', anew),
    ];
    expect(await after(begun, ...moved)).toEqual([`readiness-help ${anew} open`]);
  }
});

test('RSG-07: once they came, the appointment after that one does not put it off; asked for at a visit, it is the one agreed there', async () => {
  const agreed = appointment('2026-05-01', '2026-06-05');
  const late = [raised('2026-05-02', 'h1'), visit('2026-06-05', '2026-12-01')];
  expect(await after(begun, agreed, ...late)).toEqual(['readiness-help 2026-06-05 open']);
  const there = [visit('2026-06-05', '2026-12-01'), raised('2026-06-05', 'h1')];
  expect(await after(begun, agreed, ...there)).toEqual(['readiness-help 2026-12-01 open']);
});

test('RSG-07: it goes into the next stage, and is done when it is recorded what became of it', async () => {
  const steps = [begun, raised('2026-06-10', 'h1'), stage('2026-06-11', 'steady')];
  expect(await after(...steps)).toEqual(['readiness-help 2026-07-08 open']);
  expect(await after(...steps, given('2026-06-12', 'h1'))).toEqual(['readiness-help 2026-07-08 fact']);
});

test('RSG-07: asked for a year before it was recorded here, it is a task all the same', async () => {
  expect(await after(started('2025-01-10'), raised('2025-02-01', 'h1'))).toEqual(['readiness-help 2025-03-01 open']);
});

test('the id of help says nothing of what it is about: it follows from the event alone', () => {
  expect(helpIdOf('e1', 0)).not.toBe(helpIdOf('e1', 1));
  expect(helpIdOf('e1', 0)).toMatch(/^[0-9a-f-]{36}$/);
});

test('REC-11: ended as died, the death is to be confirmed', async () => {
  const died = events.ended.fact(day('2026-06-10'), { reason: 'died' });
  expect(await after(begun, died)).toContain('confirm-death 2026-06-16 open');
});
