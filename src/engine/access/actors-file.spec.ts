// Who may act: noticed as soon as it is written, an id never given to somebody else, and nobody let in by a damaged file.
import { writeFileSync } from 'node:fs';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { ActorDirectory, hashToken } from './actors.js';
import { ActorsFile } from './actors-file.js';

const file = temporaryFolder();
const kim = { id: 'kim.real', name: 'Kim Real', role: 'manager', organisation: '882', tokenHash: hashToken('one') };

/** A service that runs, and the command line beside it. */
function running() {
  const path = file('actors.json');
  const commandLine = new ActorsFile(path);
  const service = new ActorDirectory(new ActorsFile(path));
  return { path, commandLine, service };
}

it('somebody added, given another token or removed is so for a running service at once', () => {
  const { commandLine, service } = running();
  expect(service.identify('one')).toBeUndefined();
  commandLine.add(kim);
  expect(service.identify('one')?.id).toBe('kim.real');
  commandLine.replaceToken('kim.real', hashToken('two'));
  expect([service.identify('one'), service.identify('two')?.id]).toEqual([undefined, 'kim.real']);
  commandLine.remove('kim.real', '2026-06-01T09:00:00.000Z');
  expect([service.identify('two'), service.byId('kim.real'), service.all()]).toEqual([undefined, undefined, []]);
});

it('who has left keeps the name beside what they recorded, and their id is given to nobody else', () => {
  const { commandLine, service } = running();
  commandLine.add(kim);
  commandLine.remove('kim.real', '2026-06-01T09:00:00.000Z');
  expect(service.nameOf('kim.real')).toBe('Kim Real');
  expect(() => commandLine.add({ ...kim, name: 'Kim Other' })).toThrow('the id of Kim Real, who has left');
  commandLine.add({ ...kim, role: 'auditor', tokenHash: hashToken('back') });
  expect(service.identify('back')?.role).toBe('auditor');
  expect(() => commandLine.add(kim)).toThrow('may act already');
});

it('nobody who is not there is removed or given a token', () => {
  const { commandLine } = running();
  expect(() => commandLine.remove('nobody', '2026-06-01T09:00:00.000Z')).toThrow('There is no person who may act');
  expect(() => commandLine.replaceToken('nobody', hashToken('x'))).toThrow('There is no person who may act');
});

it.each([
  ['id', ''],
  ['id', ' '],
  ['id', 'kim real'],
  ['id', '07700900123'],
  ['id', '1234567'],
  ['organisation', '0770-090.0123'],
  ['organisation', ''],
  ['name', ' '],
])('an empty or wordy %s (%j) is refused', (field, value) =>
  expect(() => running().commandLine.add({ ...kim, [field]: value })).toThrow(`--${field}`),
);

it.each([
  '',
  '{"actors": [',
  '{"actors": [{"id": ""}]}',
  '[]',
  '{"actors": [{"id": "a", "name": "A", "role": "manager"}]}',
])('a file that is %j lets nobody in and says which file it is, until it is whole again', (text) => {
  const { path, commandLine, service } = running();
  commandLine.add(kim);
  expect(service.identify('one')?.id).toBe('kim.real');
  writeFileSync(path, text);
  for (const look of [() => service.identify('one'), () => service.byId('kim.real')])
    expect(look).toThrow(/json in the data folder is (empty|damaged)/);
  writeFileSync(path, JSON.stringify({ actors: [kim] }));
  expect(service.identify('one')?.id).toBe('kim.real');
});

it('a national code of few digits is an organisation, six digits are an id; what the store refuses is refused before the first sign-in', () => {
  const { commandLine } = running();
  commandLine.add({ ...kim, id: '123456' });
  expect(commandLine.now().map(({ id, organisation }) => [id, organisation])).toEqual([['123456', '882']]);
});

it.each(['id', 'organisation'])(
  'a file with an %s of digits alone says which account it is and what to do',
  (field) => {
    const { path, commandLine, service } = running();
    commandLine.add(kim);
    writeFileSync(path, JSON.stringify({ actors: [kim, { ...kim, id: 'kim.two', [field]: '07700900123' }] }));
    expect(() => service.identify('one')).toThrow(
      'actors.json in the data folder has an account (number 2 in it) whose id or organisation is digits alone',
    );
    // Who has left with such an id does nothing any more: their entry stays.
    const { tokenHash: _, ...left } = { ...kim, id: '07700900123', leftAt: '2026-06-01T09:00:00.000Z' };
    writeFileSync(path, JSON.stringify({ actors: [kim, left] }));
    expect(service.identify('one')?.id).toBe('kim.real');
  },
);
