// What was late when it came to be that it can no longer be done: a list of its own by a link, in the API and as a file, and no work.
import { parse } from 'csv-parse/sync';
import { as, asha, get, newPlan, onward, page } from './kit/plan-desk.js';

interface Listed {
  readonly items: readonly {
    readonly caseId: string;
    readonly key: string;
    readonly status: string;
    readonly daysLate?: number;
  }[];
  readonly missed?: number;
}
const listed = async (query = '') => (await onward.get<Listed>(`/api/v1/ehc-plans/worklist${query}`, as)).body;

it('EHC-15, EHC-16: invitations and advice of a meeting held without them', async () => {
  const planId = await newPlan('2026-01-20', '2016-05-15');
  expect((await listed()).missed).toBe(0);
  expect(await page('/ehc/worklist')).not.toContain('state=missed');
  const meeting = { on: '2026-11-10', attended: ['family'], outcomesConsidered: true };
  expect(await onward.post(`/api/v1/ehc-plans/${planId}/reviews/meeting`, meeting, as)).toMatchObject({ status: 200 });
  await onward.opened.projecting.catchUp();

  const { items, missed } = await listed('?state=missed');
  expect(missed).toBe(2);
  expect(items.map(({ key, status, daysLate }) => [key, status, daysLate])).toEqual([
    ['adviceCirculated', 'missed', undefined],
    ['invitations', 'missed', undefined],
  ]);
  expect((await listed()).items.map(({ key }) => key)).not.toContain('invitations');

  const work = await page('/ehc/worklist');
  expect(work).toContain('2 steps that were missed');
  const [, link = ''] = /href="([^"]*state=missed)"/.exec(work) ?? [];
  const list = await page(link);
  expect([list.includes('Missed'), list.includes('Nobody is asked for them'), /\d+ days? late/.test(list)]).toEqual([
    true,
    true,
    false,
  ]);

  const [, csv = ''] = /href="([^"]*list\.csv[^"]*)"/.exec(list) ?? [];
  expect(csv).toContain('state=missed');
  const file = await get(csv, asha);
  expect(file.headers['content-type']).toContain('text/csv');
  const [heads = [], ...rows] = parse(file.body, { bom: true });
  const cells = ['Status', 'In words', 'Days late'].map((head) => heads.indexOf(head));
  expect(rows.map((row) => cells.map((at) => row[at]))).toEqual([
    ['missed', 'Missed', ''],
    ['missed', 'Missed', ''],
  ]);
  // The file of the whole worklist holds none of them.
  expect((await get('/ehc/worklist/list.csv', asha)).body).not.toContain('missed');
});
