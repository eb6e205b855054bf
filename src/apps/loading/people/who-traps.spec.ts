// REC-23: every trap of "who is this?" that we know: no fact on another's record, no child lost, none doubled, and the second load changes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openTestStore, type TestStore } from '../store-for-tests.js';

const folder = join(import.meta.dirname, '../../../../test/fixtures/who');
const onRecord = readFileSync(join(folder, 'on-record.csv'), 'utf8');
type Trap = Readonly<Record<string, string>>;
const children: Trap[] = parse(onRecord, { columns: true });
const traps: Trap[] = parse(readFileSync(join(folder, 'traps.csv')), { columns: true });
const columns = onRecord.slice(0, onRecord.indexOf('\n')).split(',');
const csv = (rows: readonly Trap[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(',')), ''].join('\n');

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** Whose wait began on that day, for each day. */
async function waits(): Promise<Map<string, string>> {
  await store.opened.projecting.catchUp();
  const rows = store.opened.foundations.readSide.db.all<{ person_id: string; received_on: string; service: string }>(
    'SELECT person_id, received_on, service FROM wait_case',
  );
  return new Map(rows.map(({ person_id, received_on, service }) => [`${service} ${received_on}`, person_id]));
}

/** By the referral with which each child came on record. */
async function peopleOnRecord(): Promise<Map<string, string>> {
  const { readSide } = store.opened.foundations;
  await store.opened.projecting.catchUp();
  const found = new Map<string, string>();
  for (const { referral_id: referral = '', nhs_number: number = '' } of children) {
    const sql = "SELECT person_id FROM person_identifier WHERE kind = 'nhs-number' AND value = ?";
    found.set(referral, readSide.db.get<{ person_id: string }>(sql, number)?.person_id ?? '');
  }
  return found;
}

async function checked(
  rows: readonly Trap[],
  load: (text: string) => Promise<{ problems: readonly { line: number; severity: string; message: string }[] }>,
) {
  const people = await peopleOnRecord();
  const { problems } = await load(csv(rows));
  const after = await waits();
  const known = new Set(people.values());
  return rows.map(({ trap, whose = '', referral_received: on }, at) => {
    const person = after.get(`occupational-therapy ${on}`);
    const refused = problems.find(({ line, severity }) => line === at + 2 && severity === 'refused');
    const outcome =
      person === undefined ? 'ask' : person === people.get(whose) ? 'same' : known.has(person) ? 'WRONG' : 'new';
    if (outcome === 'ask' && !/REC-23|REC-34/.test(refused?.message ?? '')) return [trap, 'LOST'];
    return [trap, outcome];
  });
}
const expected = (rows: readonly Trap[]) => rows.map(({ trap, expect }) => [trap, expect]);

describe('the traps of lists', () => {
  it('REC-23: all of them in one file, in either order, and again', async () => {
    await store.loadText('waiting', onRecord);
    expect(await checked(traps, (text) => store.loadText('waiting', text))).toEqual(expected(traps));
    const before = await store.histories();
    const again = await store.loadText('waiting', csv([...traps].reverse()));
    expect(again.counts).toMatchObject({ loaded: 0, changed: 0 });
    expect(await store.histories()).toEqual(before);
    expect((await store.loadText('waiting', onRecord)).counts).toMatchObject({ loaded: 0, changed: 0, refused: 0 });
    expect(await store.histories()).toEqual(before);
  });

  it('REC-23: the other way round in the file it is the same', async () => {
    await store.loadText('waiting', onRecord);
    const other = [...traps].reverse();
    expect(await checked(other, (text) => store.loadText('waiting', text))).toEqual(expected(other));
  });

  it('REC-23: each in a file of its own, as a preview foretells it', async () => {
    await store.loadText('waiting', onRecord);
    for (const trap of traps) {
      const preview = await store.loadText('waiting', csv([trap]), true);
      const before = (await store.histories()).length;
      let counts: unknown;
      const [outcome] = await checked([trap], async (text) => {
        const report = await store.loadText('waiting', text);
        ({ counts } = report);
        return report;
      });
      expect(outcome).toEqual([trap['trap'], trap['expect']]);
      expect([trap['trap'], preview.counts]).toEqual([trap['trap'], counts]);
      if (trap['expect'] === 'ask') expect((await store.histories()).length).toBe(before);
    }
  });

  it('REC-23: children on record and traps in one file: what comes later in it finds what came before', async () => {
    for (const dryRun of [true, false]) {
      const { counts } = await store.loadText('waiting', csv([...children, ...traps]), dryRun);
      const asked = traps.filter(({ expect }) => expect === 'ask').length;
      expect(counts).toEqual({
        loaded: children.length + traps.length - asked,
        changed: 0,
        unchanged: 0,
        refused: asked,
      });
    }
    const registered = (await store.eventTypes())['YoungPersonRegistered'];
    expect(registered).toBe(children.length + traps.filter(({ expect }) => expect === 'new').length);
  });
});

describe('the traps of a return', () => {
  const text = readFileSync(join(folder, 'return.xml'), 'utf8');
  const plansOf = async (given: string): Promise<string[]> => {
    await store.opened.projecting.catchUp();
    return store.opened.foundations.readSide.db
      .all<{ plan_made_on: string }>(
        `SELECT e.plan_made_on FROM ehc_plan e JOIN young_person p ON p.id = e.person_id WHERE p.given_name = ? ORDER BY 1`,
        given,
      )
      .map((row) => row.plan_made_on);
  };

  it('REC-23: two under one UPN stay two, two plans stay two, those without a number are told apart, and again changes nothing', async () => {
    const first = await store.loadText('sen2', text);
    expect(first.counts).toEqual({ loaded: 7, changed: 1, unchanged: 0, refused: 1 });
    expect(first.problems.filter(({ severity }) => severity === 'refused')).toMatchObject([
      { line: 6, message: expect.stringMatching(/another given name.*REC-23/) as string },
    ]);
    expect(await plansOf('Mabel')).toEqual(['2019-03-04']);
    expect(await plansOf('Ralph')).toEqual([]);
    expect(await plansOf('Nell')).toEqual(['2018-03-04', '2022-09-05']);
    expect(await plansOf('Ivo')).toEqual(['2017-03-04', '2021-03-08']);
    const before = await store.histories();
    for (let time = 0; time < 2; time++) {
      const again = await store.loadText('sen2', text);
      expect(again.counts).toEqual({ loaded: 0, changed: 0, unchanged: 8, refused: 1 });
      expect(await store.histories()).toEqual(before);
    }
  });

  it('REC-23: a preview foretells it', async () => {
    const preview = await store.loadText('sen2', text, true);
    const load = await store.loadText('sen2', text);
    expect(preview.counts).toEqual(load.counts);
    expect(preview.facts).toEqual(load.facts);
    expect(preview.problems.map(({ line }) => line)).toEqual(load.problems.map(({ line }) => line));
  });

  it('REC-23: a child who gains a UPN stays one child with one plan', async () => {
    await store.loadText('sen2', text);
    const gained = text.replace(/(<Surname>Ellerby.*?<\/PostCode>)/, '$1<UPN>B998400201003</UPN>');
    expect(gained).not.toBe(text);
    const report = await store.loadText('sen2', gained);
    expect(report.facts).toEqual({ IdentifierAdded: 1 });
    expect(await plansOf('Kai')).toEqual(['2023-02-06']);
    expect((await store.loadText('sen2', gained)).counts).toMatchObject({ loaded: 0, changed: 0 });
  });

  it('a plan that says otherwise twice in one return is taken as it stood first, and does not go back and forth', async () => {
    const second = /<Person><Surname>Ellerby.*<\/Person>\n/.exec(text)?.[0] ?? '';
    const otherwise = second.replace('<EntryDate>2023-02-06', '<EntryDate>2023-03-01').replace('SS1 1AA', 'SS1 1AB');
    const doubled = text.replace(second, second + otherwise);
    const first = await store.loadText('sen2', doubled);
    expect(first.problems.filter(({ code }) => code === 'duplicate-row')).toMatchObject([{ severity: 'refused' }]);
    const before = await store.histories();
    expect((await store.loadText('sen2', doubled)).counts).toMatchObject({ loaded: 0, changed: 0 });
    expect(await store.histories()).toEqual(before);
  });
});
