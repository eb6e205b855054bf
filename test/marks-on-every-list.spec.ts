// A risk that was found higher, and a death that one record says, stand beside the name on every list (WAIT-45, REC-11).
import { parse } from 'csv-parse/sync';
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

interface Line {
  readonly personId?: string;
  readonly id?: string;
  readonly riskHigherOn?: string;
  readonly saidToHaveDied?: boolean;
}

let onward: TestOnward;
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  const { opened } = onward;
  await fillDemoArea(opened.stores, onward.clock.today(), opened.foundations.log);
  await opened.projecting.catchUp();
}, 240_000);
afterAll(() => onward.close());

const { get, signedIn } = visitorsOf(() => onward);
const ben = 'ben.clinician';
const asha = 'asha.caseworker';
const nurse = { as: 'dev.nurse' };

/** Each list of people by name: who asks, and the page that shows it. */
const lists = [
  ['/api/v1/worklist?pathway=transition', ben, '/worklist?pathway=transition'],
  ['/api/v1/worklist?pathway=ehc&limit=10', asha, '/'],
  ['/api/v1/ehc-plans/worklist?state=overdue', asha, '/ehc/worklist?state=overdue'],
  ['/api/v1/ehc-plans/overdue-reviews?', asha, undefined],
  ['/api/v1/ehc-plans/phase-transfers?', asha, '/ehc/phase-transfers?'],
  ['/api/v1/transitions?gate=18', ben, '/transitions?gate=18'],
  ['/api/v1/transitions/hand-overs?', ben, '/adult/hand-overs?'],
  ['/api/v1/transitions/first-months?', ben, '/adult/first-months?'],
  ['/api/v1/transitions/past-18?', ben, '/past-18?'],
  [
    '/api/v1/transitions/interface-agenda?recipient=estuary-adult-mental-health',
    ben,
    '/interface-agenda?recipient=estuary-adult-mental-health',
  ],
  ['/api/v1/waits?', 'dev.nurse', '/waiting?'],
] as const;

const linesOf = async (url: string, as: string, asOf: string): Promise<Line[]> => {
  const { status, body } = await onward.get<{ items?: Line[]; named?: Line[] }>(
    `${url}&asOf=${asOf}`.replace('?&', '?'),
    { as },
  );
  expect([url, status]).toEqual([url, 200]);
  return body.items ?? body.named ?? [];
};

const files: string[] = [];

/** Risk higher on 20 November, lower on 24 November; once for each person. */
const atRisk = new Set<string>();
async function findRiskOf(personId: string) {
  if (atRisk.has(personId)) return;
  atRisk.add(personId);
  const referral = { personId, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-11-02' };
  const { id } = (await onward.post<{ id: string }>('/api/v1/waits', referral, nurse)).body;
  const common = { contact: 'check-in', to: 'young-person', channel: 'telephone', accessibleFormat: 'none-needed' };
  for (const [on, riskChange] of [
    ['2026-11-20', 'higher'],
    ['2026-11-24', 'lower'],
  ]) {
    const contact = { ...common, on, outcome: 'reached', riskChange, note: 'talks of self harm' };
    expect((await onward.post(`/api/v1/waits/${id}/contacts`, contact, nurse)).status).toBe(200);
  }
}

it.each(lists)(
  'WAIT-45: %s marks them from the day it was found higher until it was found lower',
  async (url, as, page) => {
    const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-23', '2026-11-24', '2026-11-25'];
    const on = new Map<string, readonly Line[]>();
    for (const day of days) on.set(day, await linesOf(url, as, day));
    const there = (id: string | undefined) =>
      [...on.values()].every((lines) => lines.some((line) => line.personId === id));
    const personId = on.get('2026-11-19')?.find((line) => line.personId && there(line.personId))?.personId ?? '';
    expect([url, personId]).not.toEqual([url, '']);
    await findRiskOf(personId);
    const marks = async (day: string) =>
      (await linesOf(url, as, day)).find((line) => line.personId === personId)?.riskHigherOn;
    const found = [];
    for (const day of days) found.push(await marks(day));
    expect(found).toEqual([undefined, '2026-11-20', '2026-11-20', '2026-11-20', undefined, undefined]);
    if (page === undefined) return;
    const cookies = await signedIn(as);
    const shown = async (day: string) =>
      (await get(`${page}${page.includes('?') ? '&' : '?'}asOf=${day}`, cookies)).body;
    expect(await shown('2026-11-23')).toContain('Risk higher since 20 Nov 2026 (WAIT-45)');
    const file = /href="([^"]*\.csv[^"]*)"/.exec(await shown('2026-11-23'))?.[1]?.replaceAll('&amp;', '&');
    if (file === undefined) return;
    files.push(page);
    const rows = parse<Record<string, string>>((await get(file, cookies)).body, { bom: true, columns: true });
    expect(rows.map((row) => row['Risk higher since'])).toContain('2026-11-20');
    expect(Object.keys(rows[0] ?? {})).toContain('Said to have died');
  },
);

it('and so do the files of these lists', () =>
  expect(files).toEqual(['/ehc/worklist?state=overdue', '/ehc/phase-transfers?']));

it('every line of a list that names a young person has a place for both marks', async () => {
  const { body } = await onward.get<{
    components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
  }>('/api/openapi.json');
  const unmarked = Object.entries(body.components.schemas).flatMap(([schema, { properties = {} }]) =>
    'personId' in properties &&
    ('name' in properties || 'person' in properties) &&
    !('riskHigherOn' in properties && 'saidToHaveDied' in properties)
      ? [schema]
      : [],
  );
  // A term list goes out to a school, the ICB and social care; whoever keeps records asks only until when: neither is told of health.
  expect(unmarked).toEqual(['ReviewOnList', 'RetentionView']);
});
