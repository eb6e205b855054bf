// Promised contacts and what became of each.
import { fold } from '../../../kernel/decider.js';
import { past } from '../../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion, statusOn } from '../../../rules/index.js';
import { contactSubjects } from './contact-facts.js';
import { transition } from '../transition.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { deadlineSubjects } from './facts.js';
import { day, opened } from './transitions-for-tests.js';

const stateOf = (facts: readonly TransitionFact[]) => fold(transition.evolve, transition.initial, past([...facts]));
const openedTo = (date: string) =>
  events.receivingServiceOpened.fact(day(date), { service: 'AMHS_RECOVERY_WELLBEING', reference: 'r' });

describe('TRN-08', () => {
  const plan = events.jointPlanAgreed.fact(day('2026-02-09'), {
    youngPerson: 'signed',
    family: 'not-involved',
    promisedContacts: [{ kind: 'call', everyDays: 14, by: 'w' }],
  });
  const made = (date: string) => events.promisedContactMade.fact(day(date), { kind: 'call', by: 'w' });
  const start = [opened(), plan, openedTo('2026-05-15')];

  test('TRN-08: fortnightly calls are followed for the first six months after the transfer', () => {
    const all = contactSubjects(stateOf(start));
    expect(all).toHaveLength(13);
    expect([all[0]?.facts['promised']?.on, all[12]?.facts['promised']?.on]).toEqual(['2026-05-29', '2026-11-13']);
    expect(contactSubjects(stateOf([opened(), plan]))).toEqual([]);
  });

  test('TRN-08: a late call answers its own turn, the next turn wants another one', () => {
    const [first, second] = contactSubjects(stateOf([...start, made('2026-06-01')]));
    expect([first?.facts['contacted']?.on, second?.facts['contacted']?.on]).toEqual(['2026-06-01', undefined]);
  });

  test('TRN-08: a turn without a contact, recorded as missed or not, leaves every later turn its own', () => {
    // Due on 29 May, 12 and 26 June, 10 July: each call two days before its day, the second turn without one.
    const others = ['2026-05-27', '2026-06-24', '2026-07-08'].map(made);
    const missed = (missedBy: 'service' | 'young-person') =>
      events.promisedContactMissed.fact(day('2026-06-10'), { kind: 'call', by: 'w', missedBy });
    const turns = (...more: TransitionFact[]) =>
      contactSubjects(stateOf([...start, ...others, ...more]))
        .slice(0, 5)
        .map(({ facts: { contacted, calledOff } }) => {
          return contacted?.on ?? (calledOff && `called off ${calledOff.on}`);
        });
    const [first, ...later] = ['2026-05-27', '2026-06-24', '2026-07-08', undefined];
    expect(turns(missed('young-person'))).toEqual([first, 'called off 2026-06-10', ...later]);
    expect(turns(missed('service'))).toEqual([first, undefined, ...later]);
    expect(turns()).toEqual([first, undefined, ...later]);
  });

  test('TRN-08: a call is late up to half-way to the next turn, and from then on the next turn’s', () => {
    const turns = (date: string) =>
      contactSubjects(stateOf([...start, made(date)]))
        .slice(0, 2)
        .map(({ facts }) => facts['contacted']?.on);
    expect(turns('2026-06-05')).toEqual(['2026-06-05', undefined]);
    expect(turns('2026-06-06')).toEqual([undefined, '2026-06-06']);
  });

  test('TRN-08: a call missed by the service stays promised; one that the young person did not take is called off', () => {
    const miss = (missedBy: 'service' | 'young-person') =>
      events.promisedContactMissed.fact(day('2026-05-29'), { kind: 'call', by: 'w', missedBy });
    expect(contactSubjects(stateOf([...start, miss('service')]))[0]?.facts['calledOff']).toBeUndefined();
    expect(contactSubjects(stateOf([...start, miss('young-person')]))[0]?.facts['calledOff']?.on).toBe('2026-05-29');
  });

  test.each([
    ['2026-05-28', undefined],
    ['2026-05-29', undefined],
    ['2026-05-30', 'missed'],
  ])('TRN-08: a call of 29 May that nobody made stays missed when the service lets go on %s', (on, status) => {
    const discharged = events.adultDischarged.fact(day(on), { reason: 'moved', everAttended: false });
    const found = deadlineSubjects('t1', stateOf([...start, discharged]), {})
      .filter(({ id }) => id === 'contact-1-1')
      .flatMap(({ pack, packVersion, scope, facts, flags }) =>
        deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags),
      )
      .find(({ validTo }) => validTo === undefined);
    expect(found && statusOn(found, day('2026-07-01'))).toBe(status);
  });
});
