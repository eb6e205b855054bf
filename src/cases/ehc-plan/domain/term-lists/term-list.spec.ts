// The term list of one institution: when it is due, when it is sent, and to whom (EHC-11).
import { civilDate as day } from '../../../../kernel/calendar/index.js';
import { given, past } from '../../../../kernel/given-when-then.js';
import { fold } from '../../../../kernel/decider.js';
import { deadlinesFor, packByVersion, statusOn } from '../../../../rules/index.js';
import { termListEvents as events, type TermListFact } from './events.js';
import { termListSubjects } from './subjects.js';
import { termList } from './term-list.js';

const rulePack = { pack: 'england-send-2014', version: 1 };
const about = { authority: '881', term: '2020-autumn', institution: '115000', rulePack };
const expected = (on: string, startsOn: string, more: object = {}) =>
  events.expected.fact(day(on), { ...about, startsOn: day(startsOn), ...more });
const sent = (on: string, ...recipients: ('head' | 'icb' | 'social-care')[]) =>
  events.sent.fact(day(on), { recipients, planIds: ['p1'] });

function rowsOf(...facts: TermListFact[]) {
  const list = fold(termList.evolve, termList.initial, past(facts));
  const [subject] = termListSubjects('list', list);
  return deadlinesFor(packByVersion(rulePack.pack, 1), 'term', subject!.facts, subject!.flags);
}

it.each([
  ['2020-09-02', '2020-08-19'],
  ['2021-01-04', '2020-12-21'],
  ['2021-04-12', '2021-03-29'],
])('EHC-11: for a term that starts on %s the list is due on %s', (startsOn, dueOn) => {
  expect(rowsOf(expected('2020-07-01', startsOn))).toMatchObject([{ rule: 'EHC-11', force: 'national', dueOn }]);
});

it('EHC-11: it is sent when the head, the ICB and social care each have it; until then it is begun, not met', () => {
  const first = expected('2020-07-01', '2020-09-02');
  const [row] = rowsOf(first, sent('2020-08-10', 'head'));
  expect(statusOn(row!, day('2020-08-20'))).toBe('overdue');
  expect(statusOn(rowsOf(first)[0]!, day('2020-08-20'))).toBe('absent');
  const all = rowsOf(first, sent('2020-08-10', 'head'), sent('2020-08-19', 'icb', 'social-care'));
  expect(all).toMatchObject([{ metOn: '2020-08-19' }]);
  expect(statusOn(all[0]!, day('2020-08-20'))).toBe('met');
});

it('EHC-11: where there is no institution there is no head, and the other two are enough', () => {
  const first = expected('2020-07-01', '2020-09-02', { institution: undefined });
  const rows = rowsOf(first, sent('2020-08-20', 'icb', 'social-care'));
  expect(statusOn(rows[0]!, day('2020-08-20'))).toBe('met late');
  const command = { type: 'SendTermList', on: day('2020-08-10'), recipients: ['head'], planIds: [] } as const;
  expect(given(termList, [first]).when(command).refusal?.parts.fields).toMatchObject([{ field: 'recipients' }]);
});

it('EHC-11: a term that is moved has a new date from the day on which that was said', () => {
  const rows = rowsOf(expected('2020-07-01', '2020-09-02'), expected('2020-08-01', '2020-09-07'));
  expect(rows.map(({ validFrom, dueOn }) => [validFrom, dueOn])).toEqual([
    ['2020-07-01', '2020-08-19'],
    ['2020-08-01', '2020-08-24'],
  ]);
});

it('EHC-11: said again it adds nothing, and a sending that was wrong is taken back', () => {
  const first = expected('2020-07-01', '2020-09-02');
  const again = { type: 'ExpectTermList', on: day('2020-07-09'), startsOn: day('2020-09-02'), ...about } as const;
  expect(given(termList, [first]).when(again).facts).toEqual([]);
  const history = [first, sent('2020-08-10', 'head')];
  const withdraw = {
    type: 'WithdrawSending',
    on: day('2020-08-12'),
    sentEventId: 'e2',
    because: 'was-not-sent',
  } as const;
  expect(given(termList, history).when(withdraw).state.sent).toEqual([]);
  expect(given(termList, history).when({ ...withdraw, sentEventId: 'e9' }).refusal?.type).toBe('not-found');
});

it('EHC-11: cannot be sent for a term of which nobody knows when it starts, nor to nobody', () => {
  const send = { type: 'SendTermList', on: day('2020-08-10'), recipients: ['icb'], planIds: [] } as const;
  expect(given(termList).when(send).refusal?.parts.rule).toBe('EHC-11');
  const toNobody = { ...send, recipients: [] };
  expect(given(termList, [expected('2020-07-01', '2020-09-02')]).when(toNobody).refusal?.parts.rule).toBe('EHC-11');
});

it('SHARE-01: holds nothing personal: plans by their id, reasons by a code', () => {
  for (const definition of Object.values(events)) expect(definition.personal).toEqual([]);
  expect(termList.subjectOf(termList.initial, 'list')).toBeUndefined();
});
