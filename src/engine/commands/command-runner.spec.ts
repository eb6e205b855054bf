import { civilDate } from '../../kernel/calendar/index.js';
import type { CaseType } from '../../kernel/decider.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { isOnwardError, OnwardError, refuse } from '../../kernel/errors.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { EventCatalogue } from '../../store/catalogue.js';
import { CommandRunner } from './command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';

const events = {
  paid: defineEvent(
    'Paid',
    { personId: field.id(), amount: field.whole(), note: field.optional(field.text()) },
    { personal: ['note'] },
  ),
};
type Paid = FactOf<typeof events>;
interface Account {
  readonly person?: string;
  readonly sum: number;
}
interface Pay {
  readonly amount: number;
  readonly on?: string;
  readonly note?: string;
}
const account: CaseType<Pay, Account, Paid> = {
  category: 'account',
  noun: 'account',
  events,
  initial: { sum: 0 },
  decide({ amount, on = '2026-06-01', note }, { sum }) {
    if (sum + amount > 100) throw refuse('TEST-01', 'That is more than a hundred.');
    return amount === 0 ? [] : [events.paid.fact(civilDate(on), { personId: 'p1', amount, note })];
  },
  evolve: (state, event: PastEventOf<typeof events>) => ({
    person: event.data.personId,
    sum: state.sum + event.data.amount,
  }),
  subjectOf: (state) => state.person,
};
const by = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  actor: { id: 'asha', role: 'send-caseworker', organisation: 'council' },
  commandId,
  correlationId: commandId,
  commandDigest: 'd1',
  ...more,
});
const bench = () => {
  const store = new MemoryEventStore();
  const keys = new MemorySubjectKeys();
  const journal = new Journal(store, keys, new EventCatalogue([events]), new FixedClock('2026-06-01T09:00:00.000Z'));
  return { store, keys, journal, runner: new CommandRunner(journal) };
};
/** As a stream is read before its first event came. */
async function* nothing(): AsyncGenerator<never> {}
const caught = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a command', () => {
  it('is decided on the history and answers revision, position and events', async () => {
    const { runner } = bench();
    await runner.run(account, 'a', { amount: 10 }, by('c1'));
    const second = await runner.run(account, 'a', { amount: 20 }, by('c2'));
    expect(second).toMatchObject({
      id: 'a',
      stream: 'account-a',
      revision: 1,
      position: '0000000000000002',
      events: [{ type: 'Paid' }],
    });
  });

  it('sent twice under one id gives the same answer and one set of events (trap 14)', async () => {
    const { runner, journal } = bench();
    const first = await runner.run(account, 'a', { amount: 10 }, by('c1'));
    const again = await runner.run(account, 'a', { amount: 10 }, by('c1'));
    expect(again).toEqual(first);
    expect((await journal.load(account, 'a')).state.sum).toBe(10);
  });

  it('sent twice at once under one id records one set of events', async () => {
    const { runner, journal } = bench();
    const both = await Promise.all([1, 2, 3].map(() => runner.run(account, 'a', { amount: 10 }, by('c1'))));
    expect(new Set(both.map(({ revision }) => revision))).toEqual(new Set([0]));
    expect((await journal.load(account, 'a')).state.sum).toBe(10);
  });

  it('whose twin was first, and whose history can then not be read, is not called unrecorded', async () => {
    const { store, runner } = bench();
    const away = new OnwardError('store-unavailable', { detail: 'The store is away.' });
    jest.spyOn(store, 'read').mockImplementationOnce(() => nothing());
    await runner.run(account, 'a1', { amount: 1 }, by('c1'));
    jest
      .spyOn(store, 'read')
      .mockImplementationOnce(() => nothing())
      .mockImplementationOnce(() => {
        throw away;
      });
    const error = await caught(runner.run(account, 'a1', { amount: 2 }, by('c1')));
    expect(error).toMatchObject({ parts: { more: { recorded: 'not known' } } });
  });

  it('whose history cannot be read says that it was not recorded', async () => {
    const { store, runner } = bench();
    jest.spyOn(store, 'read').mockImplementationOnce(() => {
      throw new OnwardError('store-unavailable', { detail: 'The store is away.' });
    });
    const error = await caught(runner.run(account, 'a1', { amount: 1 }, by('c1')));
    expect(error).toMatchObject({ message: 'The store is away. It was not recorded.' });
  });

  it('whose id was used for other words is refused', async () => {
    const { runner } = bench();
    await runner.run(account, 'a', { amount: 10 }, by('c1'));
    expect(
      isOnwardError(
        await caught(runner.run(account, 'a', { amount: 99 }, by('c1', { commandDigest: 'd2' }))),
        'command-id-reused',
      ),
    ).toBe(true);
  });

  it('decided on an older revision (If-Match) is refused with expected and actual (trap 15)', async () => {
    const { runner } = bench();
    await runner.run(account, 'a', { amount: 10 }, by('c1'));
    await runner.run(account, 'a', { amount: 10 }, by('c2'));
    const late = await caught(runner.run(account, 'a', { amount: 10 }, by('c3', { expectedRevision: 0 })));
    expect(late).toMatchObject({ type: 'changed-by-someone-else', parts: { more: { expected: 0, actual: 1 } } });
  });

  it('without If-Match is decided anew when someone else was quicker, and the rule still holds', async () => {
    const { runner, journal } = bench();
    const answers = await Promise.all(
      Array.from({ length: 3 }, (_, n) => caught(runner.run(account, 'a', { amount: 40 }, by(`c${n}`)))),
    );
    expect(answers.filter((answer) => isOnwardError(answer, 'refused-by-rule'))).toHaveLength(1);
    expect((await journal.load(account, 'a')).state.sum).toBe(80);
  });

  it('that has nothing to add records nothing', async () => {
    const { runner, store } = bench();
    expect(await runner.run(account, 'a', { amount: 0 }, by('c1'))).toMatchObject({ revision: -1, events: [] });
    expect(await store.head()).toBeUndefined();
  });

  it('about the future is refused: only what has happened can be recorded', async () => {
    const { runner, store } = bench();
    expect(
      isOnwardError(await caught(runner.run(account, 'a', { amount: 1, on: '2026-06-02' }, by('c1'))), 'invalid-input'),
    ).toBe(true);
    expect(await store.head()).toBeUndefined();
  });
});

describe('several commands on one case', () => {
  it('are one append: all or none', async () => {
    const { runner, store } = bench();
    const refused = await caught(runner.runAll(account, 'a', () => [{ amount: 60 }, { amount: 60 }], by('c1')));
    expect(isOnwardError(refused, 'refused-by-rule')).toBe(true);
    expect(await store.head()).toBeUndefined();
    expect((await runner.runAll(account, 'a', () => [{ amount: 60 }, { amount: 40 }], by('c2'))).events).toHaveLength(
      2,
    );
  });

  it('can be previewed without recording anything', async () => {
    const { runner, store } = bench();
    expect(await runner.preview(account, 'a', ({ sum }) => [{ amount: 60 - sum }])).toHaveLength(1);
    expect(await store.head()).toBeUndefined();
  });
});

describe('what is stored', () => {
  it('holds personal fields only sealed, and gives them back to whoever has the key', async () => {
    const { runner, store, journal, keys } = bench();
    await runner.run(account, 'a', { amount: 1, note: 'Zebedee Quill fell ill' }, by('c1'));
    for await (const [stored] of store.read('account-a')) expect(JSON.stringify(stored)).not.toContain('Zebedee');
    expect((await journal.event('account-a', 0)).data['note']).toBe('Zebedee Quill fell ill');
    await keys.destroy('p1');
    const after = await journal.event('account-a', 0);
    expect(after).toMatchObject({ personal: 'destroyed', data: { amount: 1 } });
    expect(after.data['note']).toBeUndefined();
  });

  it('says when it happened and when it was learnt, who, and which command caused it', async () => {
    const { runner, journal } = bench();
    await runner.run(account, 'a', { amount: 1, on: '2026-05-20' }, by('c1', { onBehalfOf: 'seaborough-council' }));
    expect(await journal.event('account-a', 0)).toMatchObject({
      occurredOn: '2026-05-20',
      recordedAt: '2026-06-01T09:00:00.000Z',
      metadata: {
        actor: { id: 'asha' },
        onBehalfOf: 'seaborough-council',
        commandId: 'c1',
        causationId: 'c1',
        subjectIds: ['p1'],
      },
    });
  });
});

test('the history of the person is read once for a command, whoever asks it', async () => {
  const { store, runner } = bench();
  const mortal = { ...account, afterDeath: {} };
  const read = jest.spyOn(store, 'read');
  const readOfPerson = () => read.mock.calls.filter(([stream]) => stream === 'youngPerson-p1').length;
  await runner.run(mortal, 'a1', { amount: 5, on: '2026-05-31' }, by('c1'));
  expect(readOfPerson()).toBe(1);
  await runner.run(mortal, 'a1', { amount: 5, on: '2026-05-31' }, by('c1'));
  expect(readOfPerson()).toBe(1);
});
