// The two case examples of the Southend scrutiny pack of October 2023, entered through the API and replayed month by month.
import { enter, type Row } from '../examples/steps.mjs';
import { refused, startCaseExamples, type Told } from './kit/case-examples.js';

let asked: Awaited<ReturnType<typeof startCaseExamples>>;
let first: Told;
let second: Told;
beforeAll(async () => {
  asked = await startCaseExamples();
  first = await asked.tell(1);
  second = await asked.tell(2);
}, 60_000);
afterAll(() => asked.onward.close());

const stateOf = (view: string, story: Told) =>
  asked.get<{ events: number; eventsLeftOut: number; lastEvent: unknown; deadlines: unknown[] }>(
    `/api/v1/cases/transition-${asked.transitionOf(story)}/state?${view}`,
    'farid.auditor',
  );

describe.each([
  ['example 1', () => first],
  ['example 2', () => second],
])('%s', (_, told) => {
  it('is recorded step by step; only what the no-gap rule forbids is refused (TRN-01)', () => {
    const { example, entered } = told();
    expect(entered.taken.map(({ outcome }) => outcome)).toEqual(
      example.steps.map(({ expect: wanted }) => wanted ?? 'recorded'),
    );
    expect(refused(told()).map(({ rule }) => rule)).toEqual(['TRN-01']);
  });

  it('is the same when it is entered twice: nothing is recorded again', async () => {
    const before = (await asked.history(told())).length;
    const again = await enter(told().example, asked.send);
    expect(new Set(again.taken.map(({ outcome }) => outcome))).toEqual(new Set(['there', 'refused by TRN-01']));
    expect(again.ids).toEqual(told().entered.ids);
    expect(await asked.history(told())).toHaveLength(before);
  });

  it('REC-24: was not known the day before it was entered, whatever day it tells of', async () => {
    const before = await stateOf('knownOn=2026-11-19&asOf=2026-10-31', told());
    expect(before).toMatchObject({ events: 0, lastEvent: null, deadlines: [] });
    expect(before.eventsLeftOut).toBeGreaterThan(20);
    expect(await stateOf('knownOn=2026-11-20', told())).toMatchObject({ eventsLeftOut: 0 });
  });

  it('REC-24: shows at the end of every month nothing that happened later', () => {
    for (const month of told().months) {
      expect((month.lastEvent?.occurredOn ?? '') <= month.on).toBe(true);
      for (const { metOn } of month.deadlines) expect(metOn === null || metOn <= month.on).toBe(true);
    }
  });

  it('has in the worklist of every month what the replay from the events has, with the same dates and status', () => {
    const line = ({ key, subjectId, dueOn, status }: Row) => `${key} of ${subjectId} by ${dueOn}: ${status}`;
    const tasks = new Set(['deadline', 'target', 'window']);
    for (const { on: day, due, missed, deadlines } of told().months) {
      const replayed = deadlines.filter(({ kind, metOn }) => tasks.has(kind) && metOn === null).map(line);
      expect({ day, tasks: [...due, ...missed].map(line).sort() }).toEqual({ day, tasks: replayed.sort() });
    }
  });

  it('TRN-24: has a named worker who is nobody’s gap, neither in the worklist nor in the replay', () => {
    for (const { on: day, due, missed, deadlines } of told().months) {
      expect([...due, ...missed].filter(({ rule }) => rule === 'TRN-24')).toEqual([]);
      const before = deadlines.find(({ key }) => key === 'namedWorkerBefore');
      expect([day, before?.status, before?.metOn]).toEqual([day, 'met', expect.any(String)]);
    }
  });

  it('TRN-02: names the registration as the event behind a date that follows from the birth date', async () => {
    const day = told().example.replay.from;
    const registered = (await asked.history(told())).find(({ type }) => type === 'YoungPersonRegistered');
    const { trigger, event } = await asked.why('openAt18', day, told());
    expect(trigger).toMatchObject({ fact: 'birthDate', on: told().example.born, event: registered?.id });
    expect(event).toMatchObject({ id: registered?.id, type: 'YoungPersonRegistered' });
  });

  it('can ask why of every deadline that held, with an event that exists, and nothing that happened later', async () => {
    const ids = new Set((await asked.history(told())).map(({ id }) => id));
    for (const { on: day, deadlines } of told().months.filter((_, index) => index % 6 === 5)) {
      for (const { key, subjectId, dueOn, metOn, status } of deadlines) {
        const found = await asked.why(key, day, told(), subjectId);
        expect([key, found.dueOn, found.metOn, found.status]).toEqual([key, dueOn, metOn, status]);
        expect([key, ids.has(found.event?.id ?? ''), found.metByEvent !== undefined]).toEqual([
          key,
          true,
          metOn !== null,
        ]);
        expect((found.metByEvent?.occurredOn ?? '') <= day).toBe(true);
      }
    }
  });
});

it('TRN-06, TRN-50: both young people are in the destinations of their year', async () => {
  const path = '/api/v1/transitions/discharge-destinations?asOf=2026-08-31';
  const body = await asked.get<{ from: string; destinations: { code: string; closed: number }[] }>(path);
  expect(body.from).toBe('2025-09-01');
  expect(body.destinations.filter(({ closed }) => closed > 0)).toMatchObject([
    { code: 'AMHS_RECOVERY_WELLBEING', closed: 1 },
    { code: 'PROGRESSIONS', closed: 1 },
  ]);
});
