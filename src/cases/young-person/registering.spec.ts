// Registration, corrections, status, move and death.
import { given } from '../../kernel/given-when-then.js';
import { youngPerson } from './young-person.js';
import { youngPersonEvents as events } from '../../engine/person/domain/events.js';
import { anIdentifier, d, registered, registration } from './facts-for-tests.js';

const register = (birthDate: string, on = '2026-06-01') =>
  ({ type: 'Register', on: d(on), details: { ...registration, birthDate: d(birthDate) } }) as const;
const person = given(youngPerson, [registered]);

describe('registering a young person', () => {
  it('states who they are and their identifiers', () => {
    const { facts } = given(youngPerson).when({ ...register('2009-03-14'), identifiers: [anIdentifier()] });
    expect(facts.map(({ type }) => type)).toEqual(['YoungPersonRegistered', 'IdentifierAdded']);
  });

  it.each(['2026-06-02', '2906-01-01', '1905-05-31'])(
    'a birth date of %s is refused: nobody has that age',
    (birthDate) => {
      expect(given(youngPerson).when(register(birthDate)).refusal?.parts.fields?.[0]?.field).toBe('birthDate');
    },
  );

  it.each(['2026-06-01', '1906-01-01', '1999-01-01'])('a birth date of %s is taken', (birthDate) => {
    expect(given(youngPerson).when(register(birthDate)).refusal).toBeUndefined();
  });

  it('is done once', () => {
    expect(person.when(register('2009-03-14')).refusal?.type).toBe('already-exists');
  });

  it('REC-34: two current NHS numbers are refused, the same one twice is one', () => {
    const two = [anIdentifier(), anIdentifier({ identifierId: 'i2', value: '9990000026' })];
    expect(given(youngPerson).when({ ...register('2009-03-14'), identifiers: two }).refusal?.parts.rule).toBe('REC-34');
    const twice = [anIdentifier(), anIdentifier()];
    expect(given(youngPerson).when({ ...register('2009-03-14'), identifiers: twice }).facts).toHaveLength(2);
  });
});

describe('a registered young person', () => {
  it('nothing else is recorded before the registration', () => {
    const { refusal } = given(youngPerson).when({
      type: 'RecordSendStatus',
      on: d('2026-06-01'),
      send: { status: 'none' },
    });
    expect(refusal?.type).toBe('not-found');
  });

  it('REC-11: a correction needs a reason and a change', () => {
    const correct = (details: { familyName?: string; birthDate?: ReturnType<typeof d>; reason: string }) =>
      person.when({ type: 'CorrectDetails', on: d('2026-06-01'), details });
    expect(correct({ familyName: 'Sampleton', reason: 'Deed poll' }).facts).toHaveLength(1);
    expect(correct({ familyName: 'Sampleton', reason: ' ' }).refusal?.parts.rule).toBe('REC-11');
    expect(correct({ familyName: undefined, reason: 'Nothing' }).refusal?.parts.rule).toBe('REC-11');
    expect(correct({ birthDate: d('2027-01-01'), reason: 'Typing' }).refusal?.parts.fields?.[0]?.field).toBe(
      'birthDate',
    );
  });

  it('has the SEND status of the date, however late it is recorded', () => {
    const record = (on: string, status: 'ehc-plan' | 'sen-support') =>
      events.sendStatusRecorded.fact(d(on), { status });
    const known = given(youngPerson, [
      registered,
      record('2025-09-01', 'ehc-plan'),
      record('2025-01-01', 'sen-support'),
    ]);
    expect(known.state.sendStatuses.map(({ status }) => status)).toEqual(['not-known', 'sen-support', 'ehc-plan']);
    expect(known.when({ type: 'RecordSendStatus', on: d('2026-01-01'), send: { status: 'ehc-plan' } }).facts).toEqual(
      [],
    );
    expect(
      known.when({ type: 'RecordSendStatus', on: d('2025-02-01'), send: { status: 'ehc-plan' } }).facts,
    ).toHaveLength(1);
  });

  it('REC-11: another date of death needs a reason; the same date adds nothing', () => {
    const died = given(youngPerson, [registered, events.died.fact(d('2026-05-01'), { source: 'gp' })]);
    const again = { type: 'RecordDeath', correctedOn: d('2026-06-10') } as const;
    expect(died.when({ ...again, on: d('2026-05-01') }).facts).toEqual([]);
    expect(died.when({ ...again, on: d('2026-05-02') }).refusal?.parts.rule).toBe('REC-11');
    const corrected = died.when({ ...again, on: d('2026-05-02'), correctionReason: 'Certificate' });
    expect(corrected.state.diedOn).toBe('2026-05-02');
  });

  it.each(['2026-04-30', '2026-05-02'])(
    'REC-11: a death recorded again, for %s, is corrected on the day it is said',
    (on) => {
      const died = given(youngPerson, [registered, events.died.fact(d('2026-05-01'), { source: 'gp' })]);
      const { facts } = died.when({
        ...{ type: 'RecordDeath', on: d(on), correctedOn: d('2026-06-10'), correctionReason: 'Certificate' },
      });
      expect(facts).toMatchObject([{ occurredOn: '2026-06-10', data: { changes: [{ from: '2026-05-01', to: on }] } }]);
    },
  );

  it('moves away on a date', () => {
    const { state } = person.when({
      type: 'RecordMoveAway',
      on: d('2026-05-01'),
      move: { toAuthority: '881', source: 'family' },
    });
    expect(state.movedOn).toBe('2026-05-01');
  });

  it('ends a contact once, never before it was added, and changes none that ended', () => {
    const contact = {
      contactId: 'c1',
      name: 'Rowan',
      relationship: 'mother',
      parentalResponsibility: 'yes',
      mayBeContacted: true,
    } as const;
    const withOne = given(youngPerson, [registered, events.contactAdded.fact(d('2025-01-01'), contact)]);
    const end = (on: string) => withOne.when({ type: 'EndContact', on: d(on), contactId: 'c1' });
    expect(end('2024-12-31').refusal?.type).toBe('invalid-input');
    expect(end('2025-02-01').state.contacts).toEqual([{ id: 'c1', from: '2025-01-01', to: '2025-02-01' }]);
    const ended = given(youngPerson, [
      registered,
      events.contactAdded.fact(d('2025-01-01'), contact),
      ...end('2025-02-01').facts,
    ]);
    expect(ended.when({ type: 'EndContact', on: d('2025-03-01'), contactId: 'c1' }).facts).toEqual([]);
    const change = {
      type: 'ChangeContact',
      on: d('2025-03-01'),
      contact: { contactId: 'c1', phone: '01632 960001' },
    } as const;
    expect(withOne.when(change).facts).toHaveLength(1);
    expect(ended.when(change).refusal?.type).toBe('refused-by-rule');
    expect(person.when(change).refusal?.type).toBe('not-found');
  });
});
