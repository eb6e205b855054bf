// Somebody is said to have died and nobody has confirmed it: they stay on every list, and nothing is asked for them meanwhile (REC-11).
import { answerTo } from '../../../engine/use-cases/offers.js';
import type { Clock } from '../../../kernel/clock.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { shownFirstMonthsRow } from '../adult-pages/shown-first-months.js';
import { shownHandOverRow } from '../adult-pages/shown-hand-over.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { shownLine } from '../pages/register-row.js';
import { database, project, sayDied } from '../project-for-tests.js';
import { listFirstMonths } from './list-first-months.js';
import { listHandOvers } from './list-hand-overs.js';
import { listTransitions } from './list-transitions.js';

const actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const held = 'Held until the death is confirmed, or the record that says it is put right (REC-11)';
const saidOn = '2026-12-20';
const putRightOn = '2026-12-27';

/** Received by Progressions on 1 Dec 2026, an appointment on 10 December that nobody answered; said to have died from 20 to 27 December. */
function atHand(on: string) {
  const db = database({ id: 'p1', birthDate: '2008-05-10' });
  const booked = { appointmentId: 'a1', bookedFor: day('2026-12-10') };
  const accepted = events.handOverAccepted.fact(day('2026-12-01'), { service: 'PROGRESSIONS', by: 'b' });
  project(db, 't1', opened(), accepted, events.appointmentBooked.fact(day('2026-12-02'), booked));
  sayDied(db, 'p1', saidOn, putRightOn);
  const parts = [{ db } as ReadSide, { today: () => day(on) } as Clock] as const;
  return { parts, asked: { actor, asOf: day(on) } };
}

const days = ['2026-12-19', '2026-12-20', '2026-12-26', '2026-12-27'] as const;
const whenSaid = (on: string) => on >= saidOn && on < putRightOn;

test.each(days)('REC-11: the register, %s', async (on) => {
  const { parts, asked } = atHand(on);
  const [line] = (await answerTo(listTransitions, listTransitions.of({}, {}, asked), [...parts])).items;
  expect(line).toBeDefined();
  expect(line!.saidToHaveDied).toBe(whenSaid(on) ? true : undefined);
  expect(line!.nextStep === undefined).toBe(whenSaid(on));
  const shown = shownLine(line!, day(on), day(on));
  expect(shown.held).toBe(whenSaid(on) ? held : undefined);
  expect(shown.marks.some(({ text }) => text.startsWith('Said to have died, not confirmed: write to nobody'))).toBe(
    whenSaid(on),
  );
});

test.each(days)('REC-11: the hand-overs, %s', async (on) => {
  const { parts, asked } = atHand(on);
  const [line] = (await answerTo(listHandOvers, listHandOvers.of({}, {}, asked), [...parts])).items;
  expect(line?.saidToHaveDied).toBe(whenSaid(on) ? true : undefined);
  expect(shownHandOverRow(line!).bridging === held).toBe(whenSaid(on));
});

test.each(days)('REC-11: the first six months, %s', async (on) => {
  const { parts, asked } = atHand(on);
  const [line] = (await answerTo(listFirstMonths, listFirstMonths.of({}, {}, asked), [...parts])).items;
  expect(line?.saidToHaveDied).toBe(whenSaid(on) ? true : undefined);
  expect(line?.owed).toEqual(whenSaid(on) ? [] : ['Say what happened at the first appointment']);
  expect(shownFirstMonthsRow(line!, day(on)).owed === held).toBe(whenSaid(on));
});
