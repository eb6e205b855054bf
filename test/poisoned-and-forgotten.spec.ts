// A case that stands still keeps its old rows; when its person is forgotten it keeps nothing, and stands still no more (REC-12).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../src/apps/cases.js';
import { ehcEvents } from '../src/cases/ehc-plan/domain/events.js';
import { encode } from '../src/store/codec.js';
import type { CivilDate } from '../src/kernel/calendar/index.js';
import { newId } from '../src/kernel/ids.js';
import { openForProjecting } from '../src/engine/processing/read-models.js';
import { rebuild } from '../src/engine/processing/rebuild.js';
import { startOnward, type TestOnward } from './kit/onward.js';

interface Health {
  readonly setAside: { readonly count: number };
}

const born = '2012-03-04';
let onward: TestOnward;
let personId: string;
let cases: Record<'ehc' | 'transition' | 'waiting', string>;
let ofBen: string[];

async function post(url: string, body: object, as: string): Promise<string> {
  const answer = await onward.post<{ id: string }>(`/api/v1/${url}`, body, { as });
  expect({ url, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body.id;
}

async function whole(familyName: string, birthDate: string) {
  const id = await post('young-people', { givenName: 'Ada', familyName, birthDate }, 'ben.clinician');
  const ehc = await post('ehc-plans', { personId: id, on: '2024-12-02' }, 'asha.caseworker');
  const opening = { on: '2025-11-03', referredOn: '2025-11-03', team: 'estuary-camhs', variant: 'A', personId: id };
  const transition = await post('transitions', opening, 'ben.clinician');
  const referral = { personId: id, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-01-12' };
  const waiting = await post('waits', referral, 'ben.clinician');
  return { id, cases: { ehc, transition, waiting } };
}

/** As an earlier version let anybody do: past every check of today. */
async function given_aYearGroupOfTheYearOne(planId: string, subject: string): Promise<void> {
  const { journal } = onward.opened.foundations;
  const fact = ehcEvents.yearGroupRecorded.fact('2020-01-01' as CivilDate, { yearGroup: 5 });
  const context = {
    actor: { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'seaborough-council' },
    commandId: newId(),
    correlationId: newId(),
  } as const;
  const key = await journal.keys.keyFor(subject);
  const recordedAt = '2026-06-01T08:00:00.000Z';
  const event = encode(journal.catalogue, { id: newId(), fact, subject, key, recordedAt, context });
  const metadata = event.metadata.replaceAll('2020-01-01', '0001-01-01');
  await journal.store.append(`ehcPlan-${planId}`, 'any', [{ ...event, metadata }]);
  await onward.opened.projecting.catchUp();
}

const current = () => onward.opened.files.current() ?? '';
function rowsOf(file: string): string[] {
  const db = openForProjecting(file);
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  const found = tables
    .filter(({ name }) => !['checkpoint', 'read_model', 'deadline_rule'].includes(name) && !name.startsWith('sqlite_'))
    .flatMap(({ name }) =>
      db.all(`SELECT * FROM ${name}`).map((row) => `${name} ${JSON.stringify({ ...row, rule_id: 0 })}`),
    );
  db.database.close();
  return found.sort();
}
const filesWith = (value: string): string[] =>
  readdirSync(onward.settings.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(value));
const standingStill = async () => (await onward.get<Health>('/health/ready')).body.setAside.count;
const rebuilt = async () => {
  const { stores, files, foundations, projecting } = onward.opened;
  await rebuild(files, { ...stores, clock: foundations.clock, projections }, newId());
  await projecting.catchUp();
};
const rowsOfBen = (id: string) => rowsOf(current()).filter((row) => row.includes(id));

beforeAll(async () => {
  onward = await startOnward('2026-06-01T09:00:00.000Z');
  ({ id: personId, cases } = await whole('Stillman', born));
  const ben = await whole('Goeson', '2012-05-06');
  ofBen = rowsOfBen(ben.id);
  await given_aYearGroupOfTheYearOne(cases.ehc, personId);
  // Two more kinds, by what their tables do not take; a rebuild knows nothing of it.
  const db = openForProjecting(current());
  db.database.exec(`
    CREATE TRIGGER poison_transition BEFORE UPDATE ON transition_case WHEN new.id = '${cases.transition}'
      BEGIN SELECT RAISE(ABORT, 'poisoned'); END;
    CREATE TRIGGER poison_wait BEFORE INSERT ON wait_segment WHEN new.case_id = '${cases.waiting}'
      BEGIN SELECT RAISE(ABORT, 'poisoned'); END;`);
  db.database.close();
  await post(`waits/${cases.waiting}/segments`, { on: '2026-02-02', segment: 'assessment' }, 'ben.clinician');
  await onward.opened.projecting.catchUp();
  expect(await standingStill()).toBe(2);
  expect(rowsOf(current()).join('\n')).toContain(born);
  const grant = { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' };
  await post(`young-people/${personId}/forgetting`, grant, 'gita.records');
  await onward.opened.projecting.catchUp();
  expect(rowsOfBen(ben.id)).toEqual(ofBen);
});
afterAll(() => onward.close());

it('no case of theirs stands still any more', async () => {
  expect(await standingStill()).toBe(0);
});

it('no row keeps the birth date, a birthday or the day on which nothing more would be asked', () => {
  const rows = rowsOf(current()).join('\n');
  for (const day of [born, '2026-03-04', '2028-03-04', '2030-03-04', '2037-03-04', '2038-03-03', '2038-03-04'])
    expect([day, rows.includes(day)]).toEqual([day, false]);
});

it.each(['ehc', 'transition', 'waiting'] as const)(
  'their case of %s has no row, no entry in a tally and no deadline',
  (pathway) => {
    const rows = rowsOf(current()).filter((row) => row.includes(cases[pathway]));
    expect(rows.filter((row) => !row.startsWith('person_stream'))).toEqual([]);
  },
);

it('nor is the birth date in any byte of the data folder', () => {
  expect(filesWith(born)).toEqual([]);
});

it('a rebuild gives the same', async () => {
  const ofPlans = () => rowsOf(current()).filter((row) => /^(ehc_|set_aside|young_person)/.test(row));
  const now = ofPlans();
  await rebuilt();
  expect(ofPlans()).toEqual(now);
  expect(await standingStill()).toBe(0);
  expect(rowsOf(current()).join('\n')).not.toContain(born);
});
