// Whom a row of a file is about: only a number that agrees is not enough, and a forgotten person holds no number.
import { readFileSync } from 'node:fs';
import { unpackSouthend } from '../../../../test/fixtures/unpack.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { systemActor } from '../../../engine/access/actors.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { newId } from '../../../kernel/ids.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import { camhsColumns } from '../camhs/camhs-row.js';
import type { LoadReport } from '../load-report.js';
import { openTestStore, type TestStore } from '../store-for-tests.js';
import { waitingColumns } from '../waiting/waiting-row.js';

type Row = Readonly<Record<string, string>>;

const hazel = { nhs_number: '9990002045', surname: 'Harbourlight', forename: 'Hazel', birth_date: '2013-04-15' };
const ofWaiting = {
  pathway: 'CHS',
  service: 'physiotherapy',
  provider: 'estuary-community-health',
  referral_received: '2025-03-07',
  urgency: 'routine',
};
const ofCamhs = {
  send: 'none',
  team: 'Seaborough Community',
  care_coordinator: 'J. Marlowe',
  referral_received: '2025-01-06',
  protocol: 'A',
};
const lists = [
  ['waiting', waitingColumns.columns, ofWaiting, { service: 'occupational-therapy' }],
  ['camhs', camhsColumns.columns, ofCamhs, { referral_received: '2025-09-01' }],
] as const;

const csv = (columns: readonly { readonly name: string }[], row: Row): string =>
  `${columns.map(({ name }) => name).join(',')}\n${columns.map(({ name }) => row[name] ?? '').join(',')}\n`;

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const saidOf = ({ problems }: LoadReport): string => problems.map(({ message }) => message).join(' ');

describe.each(lists)(
  'REC-23: a row of a %s file whose number is that of somebody on record',
  (kind, columns, row, other) => {
    const load = (person: Row, dryRun = false) => store.loadText(kind, csv(columns, { ...row, ...person }), dryRun);
    beforeEach(() => load(hazel));

    it.each([
      ['another birth date, the same name', { birth_date: '2013-04-16' }],
      ['the same birth date, another family name', { surname: 'Seawright' }],
    ])('and %s: is taken, and what differs is pointed out', async (_, differing) => {
      const report = await load({ ...hazel, ...other, ...differing });
      expect(report.counts.refused).toBe(0);
      expect(saidOf(report)).toMatch(/differs/i);
      expect(report.facts['YoungPersonRegistered']).toBeUndefined();
    });

    it.each([
      ['another name altogether', { surname: 'Wrongname', forename: 'Xx', birth_date: '2001-04-05' }],
      ['the family name of a sibling', { forename: 'Holly', birth_date: '2015-01-02' }],
      ['a new local number beside', { surname: 'Wrongname', birth_date: '2001-04-05', local_patient_id: 'NEW-1' }],
    ])(
      'and another birth date with %s: is refused with its line, and nothing of it is recorded',
      async (_, differing) => {
        const before = await store.histories();
        for (const dryRun of [true, false]) {
          const report = await load({ ...hazel, ...other, ...differing }, dryRun);
          expect(report.counts).toEqual({ loaded: 0, changed: 0, unchanged: 0, refused: 1 });
          expect(report.problems).toMatchObject([{ line: 2, field: 'nhs_number', severity: 'refused' }]);
          expect(saidOf(report)).toMatch(/REC-23.*Check the number/);
          expect(saidOf(report)).not.toMatch(/Hazel|Harbourlight|2013|Wrongname|2001/);
        }
        expect(await store.histories()).toEqual(before);
      },
    );
  },
);

describe('REC-23: rows of twins with like names', () => {
  const { columns } = waitingColumns;
  const joined = (all: string, one: string) => all + one.slice(one.indexOf('\n') + 1);
  const load = (rows: readonly Row[], dryRun = false) =>
    store.loadText('waiting', rows.map((row) => csv(columns, { ...ofWaiting, ...row })).reduce(joined), dryRun);
  const ann = { ...hazel, forename: 'Ann', nhs_number: '', upn: 'P998400400501' };
  const annMarie = { ...hazel, forename: 'Ann Marie', nhs_number: '', upn: 'M998400500502' };

  it('whose numbers were swapped are refused, and both twins are named', async () => {
    const registered = [
      { ...ann, nhs_number: hazel.nhs_number },
      { ...annMarie, nhs_number: '9990002053' },
    ];
    expect((await load(registered)).counts).toMatchObject({ loaded: 2, refused: 0 });
    const before = await store.histories();
    const swapped = [
      { ...ann, upn: annMarie.upn, service: 'occupational-therapy' },
      { ...annMarie, upn: ann.upn, service: 'occupational-therapy' },
    ];
    for (const rows of [swapped, [...swapped].reverse()]) {
      const report = await load(rows);
      expect(report.counts).toEqual({ loaded: 0, changed: 0, unchanged: 0, refused: 2 });
      const refused = report.problems.filter(({ severity }) => severity === 'refused');
      for (const { message, field } of refused) {
        expect([field, message]).toEqual(['forename', expect.stringMatching(/first of these young people/)]);
        expect(new Set(message.match(/With \S+:/g)).size).toBe(2);
      }
    }
    expect(await store.histories()).toEqual(before);
  });

  it('under one number the second is refused, whichever comes first, and why is said', async () => {
    const rows = [
      { ...hazel, forename: 'Mia' },
      { ...hazel, forename: 'Mya', service: 'occupational-therapy' },
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const report = await load(order, true);
      expect(report.counts).toEqual({ loaded: 1, changed: 0, unchanged: 0, refused: 1 });
      expect(report.problems).toMatchObject([{ line: 3, field: 'forename' }]);
      expect(saidOf(report)).toMatch(/given name nearly the same/);
    }
  });

  it('REC-34: another NHS number beside the right local one is asked about, with the bill, before anything is recorded', async () => {
    await load([{ ...hazel, local_patient_id: 'W1' }]);
    const before = await store.histories();
    const report = await load([{ ...hazel, local_patient_id: 'W1', nhs_number: '9990002053', service: 'dietetics' }]);
    expect(report.counts).toMatchObject({ refused: 1 });
    expect(report.problems).toMatchObject([{ line: 2, field: 'nhs_number' }]);
    expect(saidOf(report)).toMatch(/The NHS number of this row is not the one on record.*With .*local number the same/);
    expect(await store.histories()).toEqual(before);
  });
});

describe('REC-23: a record of a SEN2 return whose UPN is that of somebody on record', () => {
  const xml = (): string => {
    const files = unpackSouthend();
    try {
      const text = readFileSync(files.xml, 'utf8');
      const end = text.indexOf('</Person>') + '</Person>'.length;
      return text.slice(0, end) + text.slice(text.lastIndexOf('</Person>') + '</Person>'.length);
    } finally {
      files.remove();
    }
  };
  const born = (text: string) => text.replace(/<PersonBirthDate>[^<]*/, '<PersonBirthDate>2001-04-05');
  const named = (text: string) => text.replace(/<Surname>[^<]*/, '<Surname>Wrongname');

  it('corrects a name alone, points out a birth date alone, and is refused where both differ', async () => {
    const text = xml();
    await store.loadText('sen2', text);
    expect((await store.loadText('sen2', born(text))).counts).toMatchObject({ refused: 0 });
    const before = await store.histories();
    const both = await store.loadText('sen2', born(named(text)));
    expect(both.counts).toEqual({ loaded: 0, changed: 0, unchanged: 0, refused: 1 });
    expect(saidOf(both)).toMatch(/REC-23/);
    expect(await store.histories()).toEqual(before);
    for (const dryRun of [true, false]) {
      const name = await store.loadText('sen2', named(text), dryRun);
      expect(name.facts).toEqual({ YoungPersonDetailsCorrected: 1 });
      expect(name.problems).toMatchObject([
        { line: 6, message: 'Corrects the record, which said otherwise: family name (REC-23).' },
      ]);
    }
    expect((await store.loadText('sen2', named(text))).problems).toEqual([]);
  });

  it('says that it corrects the given name and the sex, and takes a dash for no name at all', async () => {
    const text = xml();
    await store.loadText('sen2', text);
    const none = text.replace(/<Forename>[^<]*/, '<Forename>-');
    expect((await store.loadText('sen2', none)).facts).toEqual({});
    const other = text
      .replace(/<Forename>([^<]*)/, '<Forename>$1 Grace')
      .replace(/<PostCode>[^<]*/, '<PostCode>SS1 1AB');
    const report = await store.loadText('sen2', other);
    expect(report.facts).toEqual({ YoungPersonDetailsCorrected: 1 });
    expect(saidOf(report)).toBe('Corrects the record, which said otherwise: given name (REC-23).');
    const sex = other.replace(/<Sex>([FM])/, (_, one) => `<Sex>${one === 'F' ? 'M' : 'F'}`);
    expect(saidOf(await store.loadText('sen2', sex))).toBe('Corrects the record, which said otherwise: sex (REC-23).');
  });
});

describe.each(lists)(
  'REC-12: a row of a %s file with the number of somebody who was forgotten',
  (kind, columns, row) => {
    const load = (dryRun = false) => store.loadText(kind, csv(columns, { ...row, ...hazel }), dryRun);
    const forget = async (personId: string) => {
      const { journal } = store.opened.foundations;
      const details = { ground: 'erasure-granted', decision: 'RM-2026-0017' } as const;
      const context = { actor: systemActor('somebody'), commandId: newId(), correlationId: newId() };
      const on = civilDate('2026-06-15');
      await new CommandRunner(journal).run(youngPerson, personId, { type: 'Forget', on, details }, context);
      await journal.keys.destroy(personId);
    };

    it('registers somebody new, as if nobody had had it, tells nothing, and the same file again adds nothing', async () => {
      await load();
      await forget(await onlyPerson(store));
      for (const dryRun of [true, false]) {
        const report = await load(dryRun);
        expect(report.counts).toEqual({ loaded: 1, changed: 0, unchanged: 0, refused: 0 });
        expect(report.problems).toEqual([]);
      }
      expect((await store.eventTypes())['YoungPersonRegistered']).toBe(2);
      expect((await load()).counts).toEqual({ loaded: 0, changed: 0, unchanged: 1, refused: 0 });
    });
  },
);

describe.each(lists)(
  'REC-34: a row of a %s file about somebody whose number or name was changed here',
  (kind, columns, row, other) => {
    const load = (person: Row) => store.loadText(kind, csv(columns, { ...row, ...person }));
    const carryOut = async (command: Parameters<typeof youngPerson.decide>[0]): Promise<void> => {
      const { journal } = store.opened.foundations;
      const id = await onlyPerson(store);
      const context = { actor: systemActor('somebody'), commandId: newId(), correlationId: newId() };
      await new CommandRunner(journal).run(youngPerson, id, command, context);
    };
    const on = civilDate('2026-06-15');

    it('finds them by the number that was re-issued since, and tells nothing of the new one', async () => {
      await load(hazel);
      const { identifiers } = (await store.opened.foundations.journal.load(youngPerson, await onlyPerson(store))).state;
      const identifierId = identifiers.find(({ kind: one }) => one === 'nhs-number')?.id ?? '';
      await carryOut({ type: 'SupersedeIdentifier', on, identifierId, why: 're-issued' });
      const report = await load({ ...hazel, ...other });
      expect(report.counts.refused).toBe(0);
      expect(report.counts.loaded + report.counts.changed).toBe(1);
      expect(report.problems).toEqual([]);
      expect(report.facts['YoungPersonRegistered']).toBeUndefined();
    });

    it('finds them by a former name without a number in common', async () => {
      await load(hazel);
      await carryOut({ type: 'CorrectDetails', on, details: { familyName: 'Seawright', reason: 'Married' } });
      const report = await load({ ...hazel, nhs_number: '', upn: 'B998400201003', ...other });
      expect(report.counts.refused).toBe(0);
      expect(report.counts.loaded + report.counts.changed).toBe(1);
      expect(report.facts['YoungPersonRegistered']).toBeUndefined();
      expect(report.facts['IdentifierAdded']).toBe(1);
    });
  },
);

describe.each(lists)('REC-23: a row of a %s file without a number in common', (kind, columns, row, other) => {
  const load = (person: Row, dryRun = false) => store.loadText(kind, csv(columns, { ...row, ...person }), dryRun);
  const byUpn = { ...hazel, nhs_number: '', upn: 'B998400201003' };

  it('that is joined by names and birth date says so in the report, as the preview does, and only then', async () => {
    await load(hazel);
    const personId = await onlyPerson(store);
    const joined = { line: 2, severity: 'reported', message: expect.stringContaining(personId) as string };
    for (const dryRun of [true, false]) {
      const report = await load({ ...byUpn, ...other }, dryRun);
      expect(report.problems).toContainEqual(expect.objectContaining(joined));
      expect(saidOf(report)).toMatch(/by names and birth date, without a number in common: look.*REC-23/);
    }
    expect(saidOf(await load({ ...byUpn, ...other }))).not.toMatch(/without a number in common/);
    expect(saidOf(await load({ ...hazel, upn: byUpn.upn, ...other }))).not.toMatch(/without a number in common/);
  });

  it('and another local number of the same system is asked about', async () => {
    const [one, two] = ['W1', 'W2'].map((local_patient_id) => ({ ...hazel, nhs_number: '', local_patient_id }));
    await load(one!);
    const before = await store.histories();
    expect((await load({ ...two!, ...other })).counts).toMatchObject({ loaded: 0, refused: 1 });
    expect(await store.histories()).toEqual(before);
  });
});

async function onlyPerson({ opened }: TestStore): Promise<string> {
  for await (const page of opened.foundations.journal.readAll({ closed: true }))
    for (const { stream } of page) if (stream.startsWith('youngPerson-')) return stream.slice('youngPerson-'.length);
  throw new Error('There is nobody');
}
