// Decisions about how somebody took part in a step: once a voice, with a reason where nobody asked, answered once (GOV-12).
import { given } from '../../kernel/given-when-then.js';
import { civilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { voiceEvents as events, waysOfTakingPart, type VoiceFact, type WayOfTakingPart } from './domain/voice.js';
import { voiceOf } from './take-part.js';

const day = civilDate('2026-03-10');
const step = { caseStream: 'ehcPlan-p', eventId: 's1', personId: 'p1', on: day };
const about = { personId: 'p1', caseStream: 'ehcPlan-p', stepEventId: 's1', voice: 'young-person' } as const;
const voice = voiceOf('ehc');
const record = (how: WayOfTakingPart, more: object = {}) =>
  ({ type: 'Record', on: day, step, voice: 'young-person', how, ...more }) as const;
const answer = (on = day) => ({ type: 'Answer', on, did: 'The college next door was named.' }) as const;
const took = (how: WayOfTakingPart): VoiceFact => events.recorded.fact(day, { ...about, how });

test.each(['present', 'views-sent'] as const)(
  'GOV-12: who took part (%s) is recorded with their words and the rung',
  (how) => {
    const more = { rung: 'co-design', said: 'I want to stay with my friends.' } as const;
    expect(given(voice).when(record(how, more)).facts).toEqual([events.recorded.fact(day, { ...about, how, ...more })]);
  },
);

test('GOV-12: that nobody asked needs its reason, and only that does', () => {
  const refused = (command: ReturnType<typeof record>) => given(voice).when(command).refusal?.parts;
  expect(refused(record('not-asked'))).toMatchObject({ fields: [{ field: 'whyNot' }] });
  expect(given(voice).when(record('not-asked', { whyNot: 'too-unwell' })).facts).toHaveLength(1);
  for (const how of waysOfTakingPart.filter((each) => each !== 'not-asked'))
    expect(refused(record(how, { whyNot: 'too-unwell' }))).toMatchObject({ fields: [{ field: 'whyNot' }] });
});

test('GOV-12: who did not take part has said nothing, and nothing of it was theirs', () => {
  const refused = (more: object) => given(voice).when(record('asked-and-declined', more)).refusal?.parts;
  expect(refused({ said: 'No' })).toMatchObject({ fields: [{ field: 'said' }] });
  expect(refused({ rung: 'co-design' })).toMatchObject({ fields: [{ field: 'rung' }] });
  expect(refused({})).toBeUndefined();
});

test('it is recorded once for each voice; taken back, it can be recorded anew', () => {
  const again = given(voice, [took('present')]).when(record('views-sent'));
  expect(again.refusal?.parts.rule).toBe('GOV-12');
  const withdrawn = given(voice, [took('present')]).when({ type: 'Withdraw', on: day, reason: 'another child' });
  expect(withdrawn.facts).toEqual([
    correctionFacts.withdrawn.fact(day, { correctsEventId: 'e1', reason: 'another child' }),
  ]);
  const anew = given(voice, [took('present'), ...withdrawn.facts]).when(record('views-sent'));
  expect(anew.facts).toHaveLength(1);
});

describe('the day on which they took part', () => {
  const fields = (how: WayOfTakingPart, on: string, more: object = {}) => {
    const { refusal } = given(voice).when({ ...record(how, more), on: civilDate(on) });
    return refusal?.parts.fields?.map(({ field }) => field);
  };

  test('GOV-12: whoever was there was there on the day of the step, not the day before nor the day after', () => {
    expect(fields('present', '2026-03-09')).toEqual(['on']);
    expect(fields('present', '2026-03-10')).toBeUndefined();
    expect(fields('present', '2026-03-11')).toEqual(['on']);
  });

  test('GOV-12: views are sent up to a year before the step, and after it', () => {
    expect(fields('views-sent', '2025-03-09')).toEqual(['on']);
    for (const on of ['2025-03-10', '2025-03-11', '2026-03-11']) expect(fields('views-sent', on)).toBeUndefined();
  });

  test('GOV-12: nobody takes part before they are born', () => {
    const bornOn = civilDate('2026-01-05');
    expect(fields('views-sent', '2026-01-04', { bornOn })).toEqual(['on']);
    for (const on of ['2026-01-05', '2026-01-06']) expect(fields('views-sent', on, { bornOn })).toBeUndefined();
  });
});

describe('“you said, we did”', () => {
  test('GOV-12: what was done is said once, on the day or after it', () => {
    const told = given(voice, [took('views-sent')]);
    expect(told.when(answer()).facts).toEqual([events.answered.fact(day, { did: answer().did })]);
    expect(told.when(answer(civilDate('2026-03-11'))).facts).toHaveLength(1);
    expect(told.when(answer(civilDate('2026-03-09'))).refusal?.parts).toMatchObject({ fields: [{ field: 'on' }] });
    const twice = given(voice, [took('views-sent'), ...told.when(answer()).facts]).when(answer());
    expect(twice.refusal?.parts.rule).toBe('GOV-12');
  });

  test('there is nothing to answer where nobody took part, nor where nothing is recorded', () => {
    for (const how of ['asked-and-declined', 'not-asked'] as const)
      expect(given(voice, [took(how)]).when(answer()).refusal?.parts.rule).toBe('GOV-12');
    expect(given(voice).when(answer()).refusal?.type).toBe('not-found');
  });

  test('it goes with the record that it answers', () => {
    const facts = [took('present'), events.answered.fact(day, { did: 'x' })];
    const withdrawn = given(voice, facts).when({ type: 'Withdraw', on: day, reason: 'another child' }).facts;
    expect(given(voice, [...facts, ...withdrawn]).state.recorded).toBeUndefined();
  });
});
