// The lists after the transfer, page by page: the next page is of the same person and the same day.
import { accessTable } from '../../../engine/use-cases/offers.js';
import { transitionUseCases } from '../use-cases.js';
import { Policies } from '../../../engine/access/policy.js';
import type { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { Visit } from '../../../engine/web/visit.js';
import { TransferListsPage } from './lists.page.js';

const actor = { id: 'cora', role: 'adult-clinician', organisation: 'estuary-adult' };
const visit = { actor, today: '2026-06-15', asked: { actor, asOf: '2026-05-01' } } as unknown as Visit;
const dispatcher = { ask: () => Promise.resolve({ items: [], total: 0, next: 'n1' }) } as unknown as Dispatcher;
const lists = new TransferListsPage(dispatcher, new Policies(accessTable([transitionUseCases])));
const nextOf = ({ data }: { readonly data: object }) => (data as { readonly next?: string }).next;

test('hand-overs of one person stay those of that person', async () =>
  expect(nextOf(await lists.handOvers(visit, { personId: 'p1', asOf: '2026-05-01', cursor: 'n0' }))).toBe(
    '/adult/hand-overs?personId=p1&asOf=2026-05-01&cursor=n1',
  ));

test('the first six months stay those of that day, and so does who is past 18', async () => {
  expect(nextOf(await lists.firstMonths(visit, { asOf: '2026-05-01' }))).toBe(
    '/adult/first-months?asOf=2026-05-01&cursor=n1',
  );
  expect(nextOf(await lists.past18(visit, { asOf: '2026-05-01' }))).toBe('/past-18?asOf=2026-05-01&cursor=n1');
});
