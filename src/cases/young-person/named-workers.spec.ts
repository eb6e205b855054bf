// Who held which role around a young person, from when to when.
import { given } from '../../kernel/given-when-then.js';
import { youngPerson } from './young-person.js';
import type { YoungPersonFact } from '../../engine/person/domain/events.js';
import { youngPersonEvents as events, workerRoleCodes } from '../../engine/person/domain/events.js';
import { d, registered } from './facts-for-tests.js';

const worker = (workerId: string, role = 'care-co-ordinator', organisation = 'estuary-camhs') => ({
  assignmentId: `as-${workerId}`,
  role,
  workerId,
  organisation,
  name: workerId,
});
const assigned = (on: string, ...who: Parameters<typeof worker>) =>
  events.namedWorkerAssigned.fact(d(on), worker(...who));
const assign = (on: string, ...who: Parameters<typeof worker>) =>
  ({ type: 'AssignNamedWorker', on: d(on), worker: worker(...who) }) as const;
const person = (...facts: YoungPersonFact[]) => given(youngPerson, [registered, ...facts]);
const times = (state: ReturnType<typeof person>['state']) =>
  state.workers.map(({ workerId, from, to }) => [workerId, from, to]);

describe('named workers', () => {
  it('TRN-09: link worker and care co-ordinator of adult services are two roles', () => {
    expect(workerRoleCodes).toEqual(expect.arrayContaining(['adult-link-worker', 'adult-care-co-ordinator']));
    const { state } = person(assigned('2026-01-01', 'cora', 'adult-link-worker')).when(
      assign('2026-03-01', 'cora', 'adult-care-co-ordinator'),
    );
    expect(state.workers.every(({ to }) => to === undefined)).toBe(true);
  });

  it('TRN-24: a new co-ordinator ends the one before on the same day, and the history keeps both', () => {
    const { facts, state } = person(assigned('2026-01-01', 'ann')).when(assign('2026-03-01', 'bob'));
    expect(facts.map(({ type }) => type)).toEqual(['NamedWorkerEnded', 'NamedWorkerAssigned']);
    expect(times(state)).toEqual([
      ['ann', '2026-01-01', '2026-03-01'],
      ['bob', '2026-03-01', undefined],
    ]);
  });

  it('TRN-24: the same worker again adds nothing', () => {
    expect(person(assigned('2026-01-01', 'ann')).when(assign('2026-03-01', 'ann')).facts).toEqual([]);
  });

  it('TRN-24: one recorded late held the role until the next one began', () => {
    const { state } = person(assigned('2026-03-01', 'bob')).when(assign('2026-01-01', 'ann'));
    expect(times(state)).toEqual([
      ['bob', '2026-03-01', undefined],
      ['ann', '2026-01-01', '2026-03-01'],
    ]);
  });

  it('TRN-24: two at once are refused: the same day, or within a time that is over', () => {
    expect(person(assigned('2026-01-01', 'ann')).when(assign('2026-01-01', 'bob')).refusal?.parts.rule).toBe('TRN-24');
    const over = events.namedWorkerEnded.fact(d('2026-05-01'), {
      assignmentId: 'as-ann',
      role: 'care-co-ordinator',
      why: 'left',
    });
    expect(person(assigned('2026-01-01', 'ann'), over).when(assign('2026-02-01', 'bob')).refusal?.parts.rule).toBe(
      'TRN-24',
    );
    expect(person(assigned('2026-01-01', 'ann'), over).when(assign('2026-05-01', 'bob')).facts).toHaveLength(1);
  });

  it('TRN-25: each adult service has its own link worker', () => {
    const { state } = person(assigned('2026-01-01', 'ann', 'adult-link-worker', 'adult-mh')).when(
      assign('2026-01-01', 'bob', 'adult-link-worker', 'adult-ld'),
    );
    expect(state.workers.filter(({ to }) => to === undefined)).toHaveLength(2);
  });

  it('an assignment ends once, not before it began; recorded in error it never was', () => {
    const one = person(assigned('2026-01-01', 'ann'));
    const end = (on: string, why: 'left' | 'recorded-in-error' = 'left') =>
      one.when({ type: 'EndNamedWorker', on: d(on), assignmentId: 'as-ann', why });
    expect(end('2025-12-31').refusal?.type).toBe('invalid-input');
    expect(times(end('2026-02-01').state)).toEqual([['ann', '2026-01-01', '2026-02-01']]);
    expect(times(end('2026-02-01', 'recorded-in-error').state)).toEqual([['ann', '2026-01-01', '2026-01-01']]);
    const ended = person(assigned('2026-01-01', 'ann'), ...end('2026-02-01').facts);
    expect(
      ended.when({ type: 'EndNamedWorker', on: d('2026-03-01'), assignmentId: 'as-ann', why: 'left' }).refusal?.parts
        .rule,
    ).toBe('TRN-24');
    expect(
      ended.when({ type: 'EndNamedWorker', on: d('2026-03-01'), assignmentId: 'nobody', why: 'left' }).refusal?.type,
    ).toBe('not-found');
  });

  it('TRN-24: nobody is assigned after a death, nor in a role that is none', () => {
    const died = person(events.died.fact(d('2026-01-01'), { source: 'gp' }));
    expect(died.when(assign('2026-01-02', 'ann')).refusal?.parts.rule).toBe('TRN-24');
    expect(person().when(assign('2026-01-02', 'ann', 'wizard')).refusal?.parts.fields?.[0]?.field).toBe('role');
  });
});

describe('TRN-24: an adult service, who may name and end its own workers only', () => {
  const adult = 'estuary-adult-mental-health';
  const onlyOf = adult;
  const held = person(assigned('2026-01-01', 'ann', 'named-worker', 'estuary-camhs'));
  const refused = (command: Parameters<typeof held.when>[0]) => held.when(command).refusal?.type;
  const ended = (on: string, assignmentId: string, why: 'left' | 'recorded-in-error' = 'left') =>
    ({ type: 'EndNamedWorker', on: d(on), assignmentId, why, onlyOf }) as const;

  it('takes no role over from a worker of another organisation', () => {
    const take = { ...assign('2026-03-01', 'cora', 'named-worker', adult), onlyOf };
    expect(refused(take)).toBe('not-permitted');
    expect(held.when({ ...take, onlyOf: undefined }).facts).toHaveLength(2);
  });

  it('names nobody of another organisation', () => {
    const other = { ...assign('2026-03-01', 'cora', 'adult-link-worker', 'estuary-camhs'), onlyOf };
    expect(refused(other)).toBe('not-permitted');
  });

  it.each(['left', 'recorded-in-error'] as const)('ends no worker of another organisation (%s)', (why) => {
    expect(refused(ended('2026-03-01', 'as-ann', why))).toBe('not-permitted');
  });

  it('names, replaces and ends its own', () => {
    const own = person(assigned('2026-01-01', 'cora', 'adult-care-co-ordinator', adult));
    const next = { ...assign('2026-03-01', 'dan', 'adult-care-co-ordinator', adult), onlyOf };
    expect(own.when(next).facts).toHaveLength(2);
    expect(own.when(ended('2026-03-01', 'as-cora')).facts).toHaveLength(1);
  });
});
