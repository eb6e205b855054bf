// TRN-24 from the person's own history.
import { past } from '../../../kernel/given-when-then.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import { namedWorkers } from './named-workers.js';
import { day } from './transitions-for-tests.js';

const worker = (on: string, assignmentId: string, role = 'named-worker') =>
  events.namedWorkerAssigned.fact(day(on), { assignmentId, role, workerId: 'w', organisation: 'o', name: 'n' });
const ended = (on: string, assignmentId: string) =>
  events.namedWorkerEnded.fact(day(on), { assignmentId, role: 'named-worker', why: 'left' });
const read = (...facts: YoungPersonFact[]) => namedWorkers(past(facts));

test('TRN-24: from the first named worker to the end of the last, each with its event', () => {
  const first = [worker('2025-02-01', 'a1'), ended('2025-06-01', 'a1'), worker('2025-06-01', 'a2')];
  expect(read(...first)).toEqual({
    namedWorkerFrom: { on: '2025-02-01', eventId: 'e1' },
    namedWorkerUntil: undefined,
  });
  expect(read(...first, ended('2026-08-01', 'a2')).namedWorkerUntil).toEqual({ on: '2026-08-01', eventId: 'e4' });
});

test('TRN-24: other roles, and who was named in error, are not meant', () => {
  const none = { namedWorkerFrom: undefined, namedWorkerUntil: undefined };
  expect(read(worker('2025-02-01', 'a1', 'social-worker'))).toEqual(none);
  expect(read(worker('2025-02-01', 'a1'), ended('2025-02-01', 'a1'))).toEqual(none);
});
