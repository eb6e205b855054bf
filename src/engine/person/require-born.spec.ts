// Nothing happens to a person before they are born, whichever case it is recorded in.
import { civilDate } from '../../kernel/calendar/index.js';
import type { CaseType } from '../../kernel/decider.js';
import { defineEvent, field, type FactOf } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { EventCatalogue } from '../../store/catalogue.js';
import { CommandRunner } from '../commands/command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';

const events = {
  registered: defineEvent('Registered', { birthDate: field.date() }, { personal: ['birthDate'] }),
  stayed: defineEvent('Stayed', { at: field.object({ from: field.date() }) }),
  corrected: defineEvent('Corrected', { from: field.date(), to: field.date() }, { beforeBirth: ['from'] }),
};
type Stated = FactOf<typeof events>;
const folding = (category: string): CaseType<Stated, object, Stated> => ({
  category,
  noun: category,
  events,
  initial: {},
  decide: (fact) => [fact],
  evolve: (state) => state,
  subjectOf: () => 'p1',
});
const person = folding('youngPerson');
const plan = folding('plan');
const born = '2020-02-29';

function given_aPerson() {
  const journal = new Journal(
    new MemoryEventStore(),
    new MemorySubjectKeys(),
    new EventCatalogue([events]),
    new FixedClock('2026-06-01T09:00:00.000Z'),
  );
  const runner = new CommandRunner(journal);
  let commands = 0;
  const state = (type: typeof person, fact: Stated) =>
    runner
      .run(type, 'p1', fact, {
        actor: { id: 'asha', role: 'send-caseworker', organisation: 'council' },
        commandId: `c${++commands}`,
        correlationId: 'c',
      })
      .then(
        () => 'recorded',
        (error: { parts: { fields: unknown } }) => error.parts.fields,
      );
  return { runner, state };
}

async function given_aPersonBornOn(birthDate: string) {
  const bench = given_aPerson();
  await bench.state(person, events.registered.fact(civilDate('2026-05-01'), { birthDate: civilDate(birthDate) }));
  return bench;
}

const early = (name: string) => [{ field: name, problem: 'is before the young person was born' }];
const stayedFrom = (day: string) => events.stayed.fact(civilDate('2026-05-02'), { at: { from: civilDate(day) } });

it.each([
  ['2020-02-28', early('on')],
  ['2020-02-29', 'recorded'],
  ['2020-03-01', 'recorded'],
])('REC-24: a fact of %s about somebody born on 29 Feb 2020: %j', async (on, answer) => {
  const { state } = await given_aPersonBornOn(born);
  expect(await state(plan, events.stayed.fact(civilDate(on), { at: { from: civilDate('2026-05-01') } }))).toEqual(
    answer,
  );
});

it.each([
  ['2020-02-28', early('at.from')],
  ['2020-02-29', 'recorded'],
])('REC-24: a date of %s that a fact speaks of: %j', async (day, answer) => {
  const { state } = await given_aPersonBornOn(born);
  expect(await state(plan, stayedFrom(day))).toEqual(answer);
});

it('a wrong date before birth can still be corrected: what it was is not refused, what it becomes is', async () => {
  const { state } = await given_aPersonBornOn(born);
  const correct = (from: string, to: string) =>
    state(plan, events.corrected.fact(civilDate('2026-06-01'), { from: civilDate(from), to: civilDate(to) }));
  expect(await correct('2002-01-01', '2021-01-01')).toBe('recorded');
  expect(await correct('2021-01-01', '2002-01-01')).toEqual(early('to'));
});

it('the birth date that holds is the last that was recorded', async () => {
  const { state } = await given_aPersonBornOn(born);
  expect(await state(plan, stayedFrom('2019-01-01'))).toEqual(early('at.from'));
  await state(person, events.registered.fact(civilDate('2026-06-01'), { birthDate: civilDate('2019-01-01') }));
  expect(await state(plan, stayedFrom('2019-01-01'))).toBe('recorded');
});

it('whose birth date is not known is not held up by it', async () => {
  const { state } = given_aPerson();
  expect(await state(plan, stayedFrom('2019-01-01'))).toBe('recorded');
});

it('what a file would load is refused when it is only tried, too', async () => {
  const { runner } = await given_aPersonBornOn(born);
  await expect(runner.preview(plan, 'p1', () => [stayedFrom('2019-01-01')])).rejects.toThrow('before the young person');
});
