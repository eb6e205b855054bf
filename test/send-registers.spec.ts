// The register of phase transfers, the reviews landing and home over a whole demo area: what a page counts is what its links list.
import { parse } from 'csv-parse/sync';
import { fillDemoArea } from '../src/apps/demo/fill-demo-area.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

jest.setTimeout(120_000);
let onward: TestOnward;
beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  const { opened } = onward;
  await fillDemoArea(opened.stores, onward.clock.today(), opened.foundations.log);
  await opened.projecting.catchUp();
});
afterAll(() => onward.close());

const { get, signedIn } = visitorsOf(() => onward);

interface Register {
  readonly counts: readonly { readonly step: string; readonly transfers: number; readonly late: number }[];
  readonly items: readonly { readonly planId: string; readonly step: string; readonly person: string }[];
}
const register = async (query = '') =>
  (await onward.get<Register>(`/api/v1/ehc-plans/phase-transfers?limit=500${query}`)).body;

it('EHC-40, EHC-41: each count of the register leads to as many transfers, and the file holds them all', async () => {
  const all = await register();
  expect(all.items.length).toBeGreaterThan(3);
  for (const { step, transfers } of all.counts)
    expect([step, (await register(`&step=${step}`)).items.length]).toEqual([step, transfers]);
  const asha = await signedIn('asha.caseworker');
  const { statusCode, body } = await get('/ehc/phase-transfers', asha);
  expect(statusCode).toBe(200);
  for (const { planId } of all.items.slice(0, 5)) expect(body).toContain(`/ehc/plans/${planId}`);
  const file = await get('/ehc/phase-transfers/list.csv', asha);
  expect(file.headers['content-disposition']).toContain('onward-phase-transfers-2027-2026-11-25.csv');
  const [, ...rows] = parse(file.body, { bom: true });
  expect(rows.map(([name]) => name)).toEqual(all.items.map(({ person }) => person));
});

it('the register forgets blanks in its address, knows no nonsense, and lets no clinician in', async () => {
  const asha = await signedIn('asha.caseworker');
  const blank = await get('/ehc/phase-transfers?phase=&step=named', asha);
  expect([blank.statusCode, blank.headers['location']]).toEqual([303, '/ehc/phase-transfers?step=named']);
  expect((await get('/ehc/phase-transfers?phase=nonsense', asha)).statusCode).toBe(400);
  expect((await get('/ehc/phase-transfers', await signedIn('ben.clinician'))).statusCode).toBe(403);
});

it('EHC-01: the weeks of the officers add up to the weeks of all, and each figure leads to as many cases', async () => {
  interface Weeks {
    readonly before: number;
    readonly weeks: readonly { readonly reviews: number }[];
  }
  const total = ({ before, weeks }: Weeks) => before + weeks.reduce((sum, { reviews }) => sum + reviews, 0);
  const { body: all } = await onward.get<Weeks>('/api/v1/ehc-plans/reviews-landing');
  interface ByOfficer {
    readonly items: readonly Weeks[];
    readonly nobody: Weeks;
    readonly next?: string;
  }
  const held: Weeks[] = [];
  for (let cursor = ''; ;) {
    const path = `/api/v1/ehc-plans/reviews-landing/by-officer?limit=2${cursor}`;
    const { body: by } = await onward.get<ByOfficer>(path);
    held.push(...by.items);
    if (by.next === undefined) {
      held.push(by.nobody);
      break;
    }
    cursor = `&cursor=${by.next}`;
  }
  expect(held.map(total).reduce((sum, each) => sum + each, 0)).toBe(total(all));
  const { body } = await get('/ehc/reviews-landing', await signedIn('ella.manager'));
  const links = [...body.matchAll(/href="(\/ehc\/worklist\?step=review&amp;heldBy=[^"]+)">(\d+)</g)];
  expect(links.length).toBeGreaterThan(5);
  for (const [, href = '', count] of links) {
    const { searchParams } = new URL(href.replaceAll('&amp;', '&'), 'http://onward');
    const { body: list } = await onward.get<{ items: unknown[] }>(
      `/api/v1/ehc-plans/worklist?limit=500&${searchParams.toString()}`,
    );
    expect([href, list.items.length]).toEqual([href, Number(count)]);
  }
});

it.each(['ella.manager', 'asha.caseworker', 'ben.clinician'] as const)(
  'each count of home leads to a list of as many: %s',
  async (who) => {
    const visitor = await signedIn(who);
    const { body } = await get('/', visitor);
    const counts = [...body.matchAll(/href="(\/worklist\?[^"]*)"><strong>([\d,]+)<\/strong>/g)];
    expect(counts.length).toBe(4);
    expect(counts.some(([, , count]) => count !== '0')).toBe(true);
    for (const [, href = '', count = ''] of counts) {
      let listed = 0;
      for (let next: string | undefined = href; next !== undefined;) {
        const { body: list }: { body: string } = await get(next.replaceAll('&amp;', '&'), visitor);
        listed += list.split('class="onward-why"').length - 1;
        next = /class="onward-next"[^>]*><a[^>]*href="([^"]*)"/.exec(list)?.[1];
      }
      expect([href, listed]).toEqual([href, Number(count.replace(',', ''))]);
    }
  },
);
