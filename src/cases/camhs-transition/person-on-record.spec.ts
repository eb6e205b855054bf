// What the person's own record tells a decision about a transition.
import { youngPersonEvents } from '../../engine/person/domain/events.js';
import { FixedClock } from '../../kernel/clock.js';
import type { Fact } from '../../kernel/events.js';
import { EventCatalogue } from '../../store/catalogue.js';
import { Journal } from '../../store/journal.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { day } from './domain/transitions-for-tests.js';
import { PersonOnRecord } from './person-on-record.js';

test('TRN-07, TRN-20: a plan that the person’s record knows of goes before what was said of it, until it is gone', async () => {
  const registered = youngPersonEvents.registered.fact(day('2024-03-04'), {
    ...{ givenName: 'Test', familyName: 'Person', birthDate: day('2008-05-15') },
    ...{ sendStatus: 'none', responsible: 'estuary-camhs' },
  });
  const said = (on: string, status: 'none' | 'sen-support') =>
    youngPersonEvents.sendStatusRecorded.fact(day(on), { status });
  const planKnown = youngPersonEvents.ehcPlanKnown.fact(day('2025-03-01'), { planId: 'plan1' });
  const gone = youngPersonEvents.ehcPlanGone.fact(day('2025-06-01'), { planId: 'plan1', because: 'ended' });
  const sendAfter = async (...facts: readonly Fact[]) => {
    const clock = new FixedClock('2025-12-01T10:00:00.000Z');
    const journal = new Journal(
      new MemoryEventStore(),
      new MemorySubjectKeys(),
      new EventCatalogue([youngPersonEvents]),
      clock,
    );
    const actor = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };
    const context = { actor, commandId: 'r', correlationId: 'r', commandDigest: 'r', subject: 'p1' };
    await journal.append('youngPerson-p1', 'no_stream', [registered, ...facts], context);
    return (await new PersonOnRecord(journal).read('p1')).send;
  };
  expect(await sendAfter()).toBe(false);
  expect(await sendAfter(planKnown)).toBe(true);
  expect(await sendAfter(planKnown, said('2025-04-01', 'none'))).toBe(true);
  expect(await sendAfter(planKnown, gone)).toBe(false);
  expect(await sendAfter(said('2025-02-01', 'sen-support'), planKnown, gone)).toBe(true);
});
