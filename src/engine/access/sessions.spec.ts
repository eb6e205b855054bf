// Sessions: who is there, for how long, and that what has ended stays ended.
import { readFileSync } from 'node:fs';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { FixedClock } from '../../kernel/clock.js';
import { ActorDirectory, hashToken, type KnownActor } from './actors.js';
import { Sessions } from './sessions.js';

const file = temporaryFolder();
const asha = { id: 'asha', name: 'Asha', role: 'manager', organisation: '882', tokenHash: hashToken('one') };
const at = (time: string) => `2026-06-01T${time}.000Z`;

function desk() {
  const clock = new FixedClock(at('09:00:00'));
  let listed: readonly KnownActor[] = [asha];
  const directory = new ActorDirectory({ now: () => listed });
  const path = file('sessions.sqlite');
  const opened: Sessions[] = [];
  const open = () => {
    const sessions = new Sessions(path, clock, directory);
    opened.push(sessions);
    return sessions;
  };
  return {
    path,
    open,
    sessions: open(),
    on: (time: string) => clock.set(at(time)),
    setClock: (instant: string) => clock.set(instant),
    list: (actors: readonly KnownActor[]) => void (listed = actors),
    close: () => opened.forEach((each) => each.close()),
  };
}
let now: ReturnType<typeof desk>;
beforeEach(() => (now = desk()));
afterEach(() => now.close());

it('opens by its secret and by nothing else, in another process too, and the file holds neither secret nor token', () => {
  const secret = now.sessions.begin(asha);
  expect(now.sessions.visitor(secret)?.id).toBe('asha');
  expect(now.open().visitor(secret)?.id).toBe('asha');
  for (const other of ['', `${secret}x`, asha.tokenHash, 'one']) expect(now.sessions.visitor(other)).toBeUndefined();
  now.close();
  expect(readFileSync(now.path).includes(secret)).toBe(false);
});

it('is over for good once it was ended, and another one of the same person goes on', () => {
  const [here, there] = [now.sessions.begin(asha), now.sessions.begin(asha)];
  now.sessions.end(here);
  expect([now.sessions.visitor(here), now.sessions.visitor(there)?.id]).toEqual([undefined, 'asha']);
  now.on('08:59:00');
  expect(now.sessions.visitor(here)).toBeUndefined();
});

it('ends an hour after the last page: a second before, at the hour, and not again after the clock went back', () => {
  const secret = now.sessions.begin(asha);
  now.on('09:59:59');
  expect(now.sessions.visitor(secret)?.id).toBe('asha');
  now.on('10:59:58');
  expect(now.sessions.visitor(secret)?.id).toBe('asha');
  now.on('11:59:58');
  expect(now.sessions.visitor(secret)).toBeUndefined();
  now.on('11:30:00');
  expect(now.sessions.visitor(secret)).toBeUndefined();
});

it('ends twelve hours after it began, however busy it was', () => {
  const secret = now.sessions.begin(asha);
  for (let minute = 30; minute < 12 * 60; minute += 30) {
    now.setClock(new Date(Date.parse(at('09:00:00')) + minute * 60_000).toISOString());
    expect([minute, now.sessions.visitor(secret)?.id]).toEqual([minute, 'asha']);
  }
  now.on('20:59:59');
  expect(now.sessions.visitor(secret)?.id).toBe('asha');
  now.on('21:00:00');
  expect(now.sessions.visitor(secret)).toBeUndefined();
});

it('ends with the token with which it began, and with whoever leaves; the old token coming back revives nothing', () => {
  const [first, second] = [now.sessions.begin(asha), now.sessions.begin(asha)];
  now.list([{ ...asha, tokenHash: hashToken('two') }]);
  expect(now.sessions.visitor(first)).toBeUndefined();
  now.list([]);
  expect(now.sessions.visitor(second)).toBeUndefined();
  now.list([asha]);
  expect([now.sessions.visitor(first), now.sessions.visitor(second)]).toEqual([undefined, undefined]);
});

it('takes the role that its person has now', () => {
  const secret = now.sessions.begin(asha);
  now.list([{ ...asha, role: 'auditor' }]);
  expect(now.sessions.visitor(secret)?.role).toBe('auditor');
});

it('can be ended for a person from another process, and the list shows those that are open', () => {
  const secret = now.sessions.begin(asha);
  const commandLine = now.open();
  expect(commandLine.listOpen()).toMatchObject([{ actor: 'asha', begun: at('09:00:00') }]);
  expect([commandLine.endAllOf('nobody'), commandLine.endAllOf('asha'), commandLine.endAllOf('asha')]).toEqual([
    0, 1, 0,
  ]);
  expect([now.sessions.visitor(secret), commandLine.listOpen()]).toEqual([undefined, []]);
});
