// Who may be named to adult services, and on whose word (TRN-40 to TRN-44).
import { given } from '../../kernel/given-when-then.js';
import { lastMinute } from './queries/interface-minutes.js';
import { consentOn, withEnds, type ConsentEntry } from './domain/consent.js';
import { transition } from './transition.js';
import { settledAs } from './domain/settle.js';
import { adults, birthDate, consent, day, noConsent, on, opened } from './domain/transitions-for-tests.js';

const discuss = (manner: 'named' | 'anonymised' | 'override', ...consents: (typeof consent)[]) =>
  ({
    type: 'DiscussAtInterface',
    ...on('2025-06-10'),
    meetingId: 'm1',
    manner,
    recipients: [adults],
    consents,
  }) as const;

describe('the interface meeting', () => {
  test('TRN-44: named only with consent', () => {
    expect(given(transition, [opened()]).when(discuss('named', noConsent)).refusal?.parts.rule).toBe('TRN-44');
    const { state } = given(transition, [opened()]).when(discuss('named', consent));
    expect(state.discussions).toMatchObject([{ meetingId: 'm1', manner: 'named', on: '2025-06-10' }]);
    expect(settledAs(state, 'interfaceDiscussed')?.outcome).toBe('done');
  });

  test('TRN-43: consent for one of two services at the meeting is not enough', () => {
    expect(given(transition, [opened()]).when(discuss('named', consent, noConsent)).refusal?.parts.rule).toBe('TRN-44');
  });

  test('TRN-44: anonymised always, on an override only with one on record', () => {
    expect(given(transition, [opened()]).when(discuss('anonymised', noConsent)).refusal).toBeUndefined();
    expect(given(transition, [opened()]).when(discuss('override', noConsent)).refusal?.parts.rule).toBe('TRN-44');
    const overridden = { kind: 'overridden', eventId: 'o1' } as const;
    expect(given(transition, [opened()]).when(discuss('override', overridden)).facts[0]?.data).toMatchObject({
      consentEventIds: ['o1'],
    });
  });

  test('TRN-44: what came of it is minuted for whoever was named, and for nobody else', () => {
    const minuted = {
      decision: 'refer-to-adult-service',
      minute: 'They have met.',
      action: 'Refer.',
      actionBy: 'camhs',
    } as const;
    const { state, facts } = given(transition, [opened()]).when({ ...discuss('named', consent), ...minuted });
    expect(facts[0]?.data).toMatchObject(minuted);
    // The texts are sealed in the event and stand nowhere else.
    expect(state.discussions).toMatchObject([{ decision: 'refer-to-adult-service', recipients: [adults] }]);
    expect(JSON.stringify(state)).not.toMatch(/met|Refer\./);
    const nameless = given(transition, [opened()]).when({ ...discuss('anonymised', noConsent), minute: 'Somebody.' });
    expect(nameless.refusal?.parts.rule).toBe('TRN-44');
  });

  test.each([
    [{ action: 'Refer.' }, 'actionBy'],
    [{ actionBy: 'camhs' }, 'action'],
    [{ action: 'Refer.', actionBy: 'camhs', actionDueOn: day('2025-06-09') }, 'actionDueOn'],
  ] as const)('an action is somebody’s, and not due before the meeting: %j', (minuted, field) => {
    const refused = given(transition, [opened()]).when({ ...discuss('named', consent), ...minuted }).refusal;
    expect(refused?.parts.fields).toMatchObject([{ field }]);
  });

  test('TRN-43: the next agenda has the last minute of a meeting with that service, none of another’s and none of the same day', () => {
    const { state } = given(transition, [opened()]).when(discuss('named', consent));
    const minuted = [
      ...state.discussions.map((one) => ({ ...one, minute: 'They have met.' })),
      ...given(transition, [opened()]).when(discuss('anonymised', noConsent)).state.discussions,
    ];
    expect(lastMinute(minuted, adults, day('2025-06-11'))).toMatchObject({
      on: '2025-06-10',
      minute: 'They have met.',
    });
    expect(lastMinute(minuted, 'another-service', day('2025-06-11'))).toBeUndefined();
    expect(lastMinute(minuted, adults, day('2025-06-10'))).toBeUndefined();
  });

  test('TRN-44: a corrected date of a named discussion needs consent on that day too', () => {
    const facts = [opened(), ...given(transition, [opened()]).when(discuss('named', consent)).facts];
    const correction = {
      type: 'CorrectDate',
      ...on('2025-07-01'),
      correctsEventId: 'e2',
      field: 'occurredOn',
      from: day('2025-06-10'),
      to: day('2025-06-03'),
      reason: 'minutes',
      birthDate,
      consents: [noConsent],
    } as const;
    expect(given(transition, facts).when(correction).refusal?.parts.rule).toBe('TRN-44');
  });
});

describe('consent on a day', () => {
  const entry = (date: string, decision: ConsentEntry['decision'], more: Partial<ConsentEntry> = {}): ConsentEntry => ({
    eventId: `${decision}-${date}`,
    on: day(date),
    recipient: adults,
    decision,
    decidedBy: 'young-person',
    ...more,
  });
  const kindOn = (entries: readonly ConsentEntry[], date: string, recipient = adults) =>
    consentOn(withEnds('discuss-with-adult-services', entries, birthDate, []), recipient, day(date)).kind;

  test('TRN-43: specific to the recipient, dated and revocable; a withdrawal does not undo the days before it', () => {
    const entries = [entry('2025-06-01', 'given'), entry('2025-09-01', 'withdrawn')];
    expect(['2025-05-31', '2025-06-01', '2025-08-31', '2025-09-01'].map((date) => kindOn(entries, date))).toEqual([
      'none',
      'given',
      'given',
      'withdrawn',
    ]);
    expect(kindOn(entries, '2025-07-01', 'another-service')).toBe('none');
  });

  test("TRN-40, TRN-41, TRN-42: what a parent agreed to holds until 16, then the young person's own decision counts", () => {
    const entries = [entry('2023-06-01', 'given', { decidedBy: 'person-with-parental-responsibility' })];
    expect([kindOn(entries, '2024-05-14'), kindOn(entries, '2024-05-15')]).toEqual(['given', 'none']);
    expect(kindOn([...entries, entry('2024-06-01', 'given')], '2026-06-01')).toBe('given');
  });

  test('TRN-44: an override holds until its end, also against a refusal', () => {
    const entries = [entry('2025-06-01', 'refused'), entry('2025-06-05', 'overridden', { until: day('2025-07-01') })];
    expect([kindOn(entries, '2025-06-30'), kindOn(entries, '2025-07-01')]).toEqual(['overridden', 'refused']);
  });
});
