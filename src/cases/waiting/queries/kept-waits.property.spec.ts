// The kept figures of the waiting list against those that look at every wait: for made-up waits that change, and filled at once as in a rebuild.
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { countAnew } from '../../../engine/processing/lists-for-tests.js';
import { waitEvents as events, type WaitFact } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';
import { waitTally } from '../list-tally.js';
import { peopleWaiting as peopleCount } from '../people-waiting.js';
import { waitProjection } from '../projection.js';
import { facts, project, type Recorded } from '../project-for-tests.js';
import { countDaysWaited, countPeople, countReached, countValidated, countWithoutClock } from './count-waits.js';
import { daysWaited, furthestReached, peopleWaiting, validatedLately, withoutClock } from './list-figures.js';
import { countByService, waitsByService } from './waits-by-service.js';
import { countOn, waitsOverTime } from './waits-over-time.js';

const first = day('2024-06-01');
const last = addDays(first, 760);
const later = (days: number): CivilDate => addDays(first, days);

/** In order of time: what may become of a wait, some of which the state passes over. */
const happening = fc.tuple(
  fc.integer({ min: 1, max: 120 }),
  fc.constantFrom('contact', 'assessed', 'help', 'removed', 'validated', 'nullified', 'new', 'stopped'),
);
const life = fc.record({
  person: fc.constantFrom('p1', 'p2', 'p3'),
  list: fc.constantFrom(
    { pathway: 'CHS', service: 'speech-and-language', provider: 'a' } as const,
    { pathway: 'CHS', service: 'speech-and-language', provider: 'b' } as const,
    { pathway: 'RTT', service: 'paediatrics', provider: 'a' } as const,
  ),
  on: fc.integer({ min: 0, max: 300 }),
  happenings: fc.array(happening, { maxLength: 4 }),
});

function factsOf({
  person,
  list,
  on,
  happenings,
}: {
  person: string;
  list: object;
  on: number;
  happenings: [number, string][];
}): WaitFact[] {
  let at = on;
  const all = [received(later(at), { personId: person, ...list })];
  for (const [days, what] of happenings) {
    at += days;
    const date = later(at);
    if (what === 'contact') all.push(events.firstContactAttended.fact(date, { mode: 'video' }));
    if (what === 'assessed') all.push(events.segmentReached.fact(date, { segment: 'assessment' }));
    if (what === 'help') all.push(events.segmentReached.fact(date, { segment: 'treatment' } as never));
    if (what === 'removed') all.push(events.removedFromList.fact(date, { reason: 'moved' }));
    if (what === 'validated') all.push(events.validated.fact(date, { outcome: 'still-waiting' } as never));
    if (what === 'nullified') all.push(events.clockNullified.fact(date, { clockStart: later(on) }));
    if (what === 'new') all.push(events.clockStarted.fact(date, { why: 'new-date-agreed' }));
    if (what === 'stopped') all.push(events.clockStopped.fact(date, { how: 'treatment' } as never));
  }
  return all;
}

test('WAIT-40: whatever becomes of the waits, the kept figures are those that look at every one', () => {
  fc.assert(
    fc.property(
      fc.array(life, { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 760 }), { minLength: 3, maxLength: 6 }),
      // How a wait of 365 days is read (AMB-08), for what began from some day on.
      fc.integer({ min: 0, max: 400 }),
      (lives, days, read) => {
        const recorded: Recorded[] = lives.flatMap((one, nth) => facts(`w${nth}`, ...factsOf(one)));
        const db = project([]);
        db.run(
          "INSERT INTO area_setting VALUES ('area', 0, NULL, 'AMB-08', 'FROM_366', ?, 'local-protocol', '2024-01-05', 's1')",
          later(read),
        );
        waitProjection.apply([asEvent(recorded[0]!, 0)], db);
        const people = 'INSERT OR IGNORE INTO person_death VALUES (?, ?, ?, ?, ?)';
        // One event a page, so that each change is followed; then somebody dies.
        recorded.slice(1).forEach((one, index) => waitProjection.apply([asEvent(one, index)], db));
        db.run(people, 'p3', later(500), 'died', later(500), '9999-12-31');
        waitProjection.apply(
          [{ type: 'YoungPersonDied', stream: 'youngPerson-p3', data: {}, id: 'd', recordedAt: '' } as never],
          db,
        );
        for (const on of [...days.map(later), last]) {
          for (const filter of [
            {},
            { pathway: 'CHS' } as const,
            { service: 'paediatrics' },
            { service: 'speech-and-language', provider: 'b' },
          ]) {
            const inOrder = (counts: ReturnType<typeof daysWaited>) => [...counts].sort((a, b) => a.days - b.days);
            expect(inOrder(daysWaited(db, on, filter))).toEqual(inOrder(countDaysWaited(db, on, filter)));
            expect(peopleWaiting(db, on, filter)).toBe(countPeople(db, on, filter));
            expect(validatedLately(db, on, filter)).toBe(countValidated(db, on, filter));
            expect(withoutClock(db, on, filter)).toBe(countWithoutClock(db, on, filter));
            expect(furthestReached(db, on, filter)).toEqual(countReached(db, on, filter));
            expect(waitsByService(db, on, filter)).toEqual(countByService(db, on, filter).map((row) => ({ ...row })));
            for (const { on: census, over52From: _, ...counts } of waitsOverTime(db, on, filter))
              expect(counts).toEqual(countOn(db, census, filter));
          }
        }
        const kept = [peopleCount.table.name, waitTally.count.table.name];
        const followed = kept.map((table) => db.all(`SELECT * FROM ${table}`));
        countAnew(db, peopleCount, waitTally.count);
        expect(kept.map((table) => db.all(`SELECT * FROM ${table}`))).toEqual(followed);
        db.database.close();
      },
    ),
    { numRuns: 60 },
  );
});

const asEvent = ({ id, fact }: Recorded, index: number) =>
  ({ ...fact, id: `e${index + 1}`, stream: `wait-${id}`, recordedAt: `${fact.occurredOn}T12:00:00.000Z` }) as never;
