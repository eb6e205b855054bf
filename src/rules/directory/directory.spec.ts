// The closed lists of an area: what is on one of them, what a text means, how a text of before there were lists reads.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asListed, demoDirectory, directory, useDirectory } from './current.js';
import { Directory } from './directory.js';
import { destinationCodes } from '../../cases/camhs-transition/domain/destinations.js';
import { checkReceived, openDirectory, parseDirectory, writeDirectory } from '../../engine/directory/read-directory.js';

const lists = new Directory(demoDirectory);

describe('a text', () => {
  it.each([
    ['estuary-adult-mental-health', 'estuary-adult-mental-health'],
    ['Estuary Adult Mental Health', 'estuary-adult-mental-health'],
    [' ESTUARY  adult mental-health ', 'estuary-adult-mental-health'],
    ['Estuary Adlt Mental Health', undefined],
    ['Jane Doe 07700 900123', undefined],
    ['882', '882'],
    ['QE9', 'QE9'],
    ['07700900123', undefined],
  ])('"%s" means the organisation %s', (text, code) => {
    expect(lists.codeOf('organisations', text)).toBe(code);
  });

  it('that two entries share means neither', () => {
    const two = new Directory({
      ...demoDirectory,
      teams: [
        { code: 'a', name: 'North' },
        { code: 'b', name: 'north' },
      ],
    });
    expect(two.codeOf('teams', 'North')).toBeUndefined();
    expect(two.codeOf('teams', 'a')).toBe('a');
  });

  it('of before there were lists reads as its code, else as on no list, told apart and without its words', () => {
    const lift = asListed({ recipients: 'organisations', 'promised.by': 'promisers', none: 'teams' });
    const lifted = lift({
      recipients: ['Estuary CAMHS', 'Jane Doe'],
      promised: [{ by: 'adult care co-ordinator', every: 7 }, { by: 'Jane Doe' }],
    });
    const unlisted = expect.stringMatching(/^unlisted-[0-9a-f]{8}$/) as string;
    expect(lifted).toEqual({
      recipients: ['estuary-camhs', unlisted],
      promised: [{ by: 'adult-care-co-ordinator', every: 7 }, { by: unlisted }],
    });
    expect(lists.lifted('services', 'Knitting')).not.toBe(lists.lifted('services', 'Singing'));
    expect(lists.nameOf(lists.lifted('services', 'Knitting'))).toMatch(/^Not on the list \([0-9a-f]{8}\)$/);
    expect(lists.knows('services', lists.lifted('services', 'Knitting'))).toBe(false);
  });

  it("that is a worker's account name stays when the account has gone, and a sentence does not", () => {
    expect(lists.lifted('workers', 'left.long-ago')).toBe('left.long-ago');
    expect(lists.lifted('workers', 'Jane Doe')).toMatch(/^unlisted-/);
    expect(lists.lifted('workers', '07700900123')).toMatch(/^unlisted-/);
    expect(lists.knows('workers', 'left.long-ago')).toBe(false);
  });
});

it('SHARE-05: as adult services are named those where adults are cared for; no council, no GP and no CAMHS', () => {
  const codes = lists.adultServices('2026-11-25').map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['estuary-adult-mental-health', 'seaborough-hospital']));
  for (const other of [
    'seaborough-council',
    'estuary-icb',
    'estuary-camhs',
    'estuary-community-health',
    'seaborough-gp',
  ])
    expect(codes).not.toContain(other);
  const silent = new Directory({ ...demoDirectory, organisations: [{ code: 'a-trust', name: 'A trust' }] });
  expect(silent.adultServices('2026-11-25').map(({ code }) => code)).toContain('a-trust');
});

describe('the file of an area', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onward-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    useDirectory(demoDirectory);
  });
  const one = (code: string) => JSON.stringify({ lists: { organisations: [{ code, name: 'A trust' }] } });

  it('holds from the next opening on', () => {
    writeFileSync(join(folder, 'store.json'), JSON.stringify({ kind: 'live' }));
    openDirectory(folder, destinationCodes);
    expect(directory().knows('organisations', 'estuary-camhs')).toBe(false);
    writeDirectory(folder, one('a-trust'));
    openDirectory(folder, destinationCodes);
    expect(directory().knows('organisations', 'a-trust')).toBe(true);
    expect(directory().knows('organisations', 'estuary-camhs')).toBe(false);
  });

  it('is the made-up area in a demo store, and nothing but the accounts in a live one or in one of which nobody knows', () => {
    openDirectory(folder, destinationCodes);
    expect(directory().knows('teams', 'seaborough-community')).toBe(false);
    expect(directory().knows('workers', 'asha.caseworker')).toBe(false);
    writeFileSync(join(folder, 'store.json'), JSON.stringify({ kind: 'demo' }));
    openDirectory(folder, destinationCodes);
    expect(directory().knows('teams', 'seaborough-community')).toBe(true);
    writeFileSync(join(folder, 'store.json'), JSON.stringify({ kind: 'live' }));
    const account = { id: 'a.b', name: 'A B', role: 'manager', organisation: 'our-trust', tokenHash: '0'.repeat(64) };
    writeFileSync(join(folder, 'actors.json'), JSON.stringify({ actors: [account] }));
    openDirectory(folder, destinationCodes);
    expect(directory().knows('teams', 'seaborough-community')).toBe(false);
    expect([directory().knows('workers', 'a.b'), directory().knows('organisations', 'our-trust')]).toEqual([
      true,
      true,
    ]);
  });

  it('takes no code away, because old facts name it', () => {
    writeDirectory(folder, one('a-trust'));
    expect(() => writeDirectory(folder, one('b-trust'))).toThrow('a-trust of "organisations" is gone');
  });

  it.each([
    ['{', 'not JSON'],
    ['null', 'no "lists"'],
    ['{}', 'no "lists"'],
    ['{"lists":null}', 'no "lists"'],
    ['{"lists":[]}', 'no "lists"'],
    ['{"lists":{"teams":[null]}}', 'entry 1 of "teams" is not an entry'],
    ['{"lists":{"teams":["a"]}}', 'entry 1 of "teams" is not an entry'],
    ['{"lists":{"teams":[{"code":7,"name":"A"}]}}', 'entry 1 of "teams" needs a code'],
    ['{"lists":{"workers":[{"code":"07700900123","name":"A"}]}}', 'could be a telephone number'],
    ['{"lists":{"teams":[{"code":"a","name":"A"},{"code":"b","name":["B"]}]}}', 'entry 2 of "teams" needs a name'],
    ['{"lists":{"teams":[{"code":"a","name":"A","also":"B"}]}}', '"also" as a list'],
    ['{"lists":{"teams":[{"code":"a","name":"A","also":[null]}]}}', '"also" as a list'],
    ['{"lists":{"organisations":[{"code":"a","name":"A","receives":"ADULT_LD"}]}}', '"receives" as a list'],
    ['{"lists":{"organisations":[{"code":"a","name":"A","receives":[1]}]}}', '"receives" as a list'],
    [
      '{"lists":{"organisations":[{"code":"a","name":"A","recieves":["ADULT_LD"]}]}}',
      'a field that there is not: recieves',
    ],
    ['{"lists":{"services":[{"code":"a","name":"A","receives":["ADULT_LD"]}]}}', 'with organisations and teams only'],
    ['{"lists":{"organisations":[{"code":"a","name":"A","adultCare":"yes"}]}}', '"adultCare" as true or false'],
    ['{"lists":{"teams":[{"code":"a","name":"A","adultCare":true}]}}', 'with organisations only'],
    ['{"lists":{"teams":[{"code":"a","name":"A","to":"1 April 2026"}]}}', '"from" and "to" as days'],
    ['{"lists":{"teams":[{"code":"a","name":"A","to":null}]}}', '"from" and "to" as days'],
    ['{"lists":{"teams":[{"code":"a","name":"A","from":"2026-02-30"}]}}', '"from" and "to" as days'],
    ['{"lists":{"teams":[{"code":"a","name":"A","from":"2026-02-02","to":"2026-02-01"}]}}', 'before it begins'],
    ['{"lists":{"people":[]}}', 'no list called people'],
    ['{"lists":{"teams":{}}}', '"teams" is not a list'],
    ['{"lists":{"teams":[{"code":"Jane Doe","name":"x"}]}}', 'entry 1 of "teams" needs a code'],
    ['{"lists":{"teams":[{"code":"a","name":" "}]}}', 'entry 1 of "teams" needs a name'],
    ['{"lists":{"teams":[{"code":"a","name":"A"},{"code":"a","name":"B"}]}}', 'there already'],
  ])('is refused when it is %s', (text, why) => {
    expect(() => parseDirectory(text)).toThrow(why);
  });

  it('that is damaged in the data folder is named, with what to do', () => {
    writeFileSync(join(folder, 'directory.json'), '{"lists":');
    expect(() => openDirectory(folder, destinationCodes)).toThrow(
      'directory.json in the data folder is damaged: it is not JSON',
    );
    writeFileSync(join(folder, 'directory.json'), '{"lists":{"teams":[{}]}}');
    expect(() => openDirectory(folder, destinationCodes)).toThrow('entry 1 of "teams" needs a code');
  });

  it.each([
    ['damaged', '{"lists":'],
    [
      'of an earlier version, with a code that is refused now',
      '{"lists":{"workers":[{"code":"7700900123","name":"A"}]}}',
    ],
  ])('is loaded anew over one that is %s: nothing is held against it, and that is said', (_, old) => {
    writeFileSync(join(folder, 'directory.json'), old);
    expect(writeDirectory(folder, one('a-trust')).unread).toMatch(/damaged|telephone/);
    openDirectory(folder, destinationCodes);
    expect(directory().knows('organisations', 'a-trust')).toBe(true);
    expect(writeDirectory(folder, one('a-trust')).unread).toBeUndefined();
  });

  it('that was changed by hand is refused at the start where it receives what is no destination', () => {
    const receiving = (what: string) =>
      writeFileSync(
        join(folder, 'directory.json'),
        JSON.stringify({ lists: { teams: [{ code: 'a', name: 'A', receives: [what] }] } }),
      );
    receiving('ADULT_LD');
    openDirectory(folder, destinationCodes);
    receiving('ADULT_LDD');
    expect(() => openDirectory(folder, destinationCodes)).toThrow('a of "teams" receives ADULT_LDD');
  });

  it('names only destinations that there are', () => {
    const data = parseDirectory(
      '{"lists":{"organisations":[{"code":"a","name":"A","receives":["ADULT_LD","ADULT_LDD"]}]}}',
    );
    expect(() => checkReceived(data, ['ADULT_LD'])).toThrow('a of "organisations" receives ADULT_LDD');
    checkReceived(demoDirectory, destinationCodes);
  });
});
