// The task that term lists are due: given plans with a review in the coming term, when the days pass, then one task, though nobody opens a page.
import { ehcEvents, type EhcFact } from '../../../cases/ehc-plan/domain/events.js';
import { after, day, personId, rulePack } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { termListEvents } from '../../../cases/ehc-plan/domain/term-lists/events.js';
import { termOf } from '../../../cases/ehc-plan/domain/term-lists/terms.js';
import { termListId } from '../../../cases/ehc-plan/term-lists/list-as-of.js';
import { aFolder } from './workshop-for-tests.js';

const autumn = termOf('seaborough', '2026-autumn'); // 2 Sep 2026: lists are due on 19 Aug, 42 days before is 8 Jul.
const open = 'term-lists-due 2026-autumn 2026-08-19 open';

let folder: ReturnType<typeof aFolder>;
beforeEach(() => (folder = aFolder()));
afterEach(() => folder.close());

const planAt = (urn: string): readonly EhcFact[] =>
  after([ehcEvents.planIssued.fact(day('2025-11-20'), { personId, authority: 'seaborough', rulePack })], {
    type: 'RecordPlacement',
    on: '2025-11-20',
    details: { placementId: `at-${urn}`, kind: 'mainstream', urn, from: day('2025-11-20') },
  });

async function withPlan(today: string) {
  const here = folder.instance(today);
  await here.record('ehcPlan-plan1', personId, ...planAt('998001'));
  return here;
}
type Here = Awaited<ReturnType<typeof withPlan>>;

const stream = `termList-${termListId('seaborough', autumn, '998001')}`;
const about = { authority: 'seaborough', term: '2026-autumn', institution: '998001', rulePack };
const sentToAll = [
  termListEvents.expected.fact(day('2026-07-10'), { ...about, startsOn: autumn.firstDay }),
  termListEvents.sent.fact(day('2026-07-10'), { recipients: ['head', 'icb', 'social-care'], planIds: ['plan1'] }),
];
const record = (here: Here, ...facts: readonly Parameters<Here['record']>[2][]) =>
  here.record(stream, undefined, ...facts);

test('EHC-11: comes six weeks before the lists are due, not earlier, once, and about no one person', async () => {
  const here = await withPlan('2026-07-07');
  await here.look();
  expect(here.tasks()).toEqual([]);
  for (const today of ['2026-07-08', '2026-07-08', '2026-07-09', '2026-08-25']) await here.look(today);
  expect(here.tasks()).toEqual([open]);
  expect(await here.taskEventCount()).toBe(1);
  const row = here.opened.foundations.readSide.db.get('SELECT person_id, role, title, rule FROM task');
  expect(row).toEqual({
    person_id: '',
    role: 'send-caseworker',
    title: 'Send the term lists of Autumn term 2026',
    rule: 'EHC-11',
  });
});

test('EHC-11: two instances at once make one', async () => {
  const [one, other] = [await withPlan('2026-07-08'), folder.instance('2026-07-09')];
  await Promise.all([one.catchUp(), other.catchUp()]);
  await Promise.all([one.termLists.look(), other.termLists.look()]);
  await other.look();
  expect(other.tasks()).toEqual([open]);
  expect(await other.taskEventCount()).toBe(1);
});

test('EHC-11: is done by the list that was sent to all, and comes back when that was not so', async () => {
  const here = await withPlan('2026-07-10');
  await here.look();
  const ids = await record(here, ...sentToAll);
  await here.look();
  expect(here.tasks()).toEqual(['term-lists-due 2026-autumn 2026-08-19 fact']);
  await record(
    here,
    termListEvents.withdrawn.fact(day('2026-07-10'), { sentEventId: ids[1]!, because: 'was-not-sent' }),
  );
  await here.look();
  expect(here.tasks()).toEqual([open]);
});

test('EHC-11: there is none where every list was sent before anybody looked', async () => {
  const here = await withPlan('2026-07-10');
  await record(here, ...sentToAll);
  await here.look();
  expect(here.tasks()).toEqual([]);
});

test('EHC-11: goes when the term has begun and the lists were never sent', async () => {
  const here = await withPlan('2026-08-01');
  await here.look();
  await here.look('2026-09-02');
  expect(here.tasks()).toEqual(['term-lists-due 2026-autumn 2026-08-19 overtaken']);
});
