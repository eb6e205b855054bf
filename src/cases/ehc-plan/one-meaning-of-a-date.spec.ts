// A setting that was chosen changes the rows, the clocks, the what-if, the page and the refusals alike; one for later things changes none.
import { civilDate as day } from '../../kernel/calendar/index.js';
import { given } from '../../kernel/given-when-then.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { choicesIn } from '../../engine/settings/setting-table.js';
import type { Statements } from '../../engine/processing/statements.js';
import { ehcPlan } from './ehc-plan.js';
import { after, ask, issued, personId, stateOf } from './domain/history-for-tests.js';
import { apply, emptyRows, envelopes } from './project-for-tests.js';
import { viewPlan } from './queries/view-plan.js';
import { clockIfMeetingOn, clockOf } from './review-clocks.js';

type History = Parameters<typeof stateOf>[0];

/** The rows of these facts, where this was chosen before. */
function rows(history: History, setting: string, value: string, from: string): Statements {
  const db = emptyRows([{ id: personId, birthDate: '2012-05-15' }]);
  db.run(
    "INSERT INTO area_setting (area, nth, authority, setting, value, from_on, basis, chosen_on, event_id) VALUES ('area', 0, '882', ?, ?, ?, 'local-protocol', '2026-01-05', 's1')",
    setting,
    value,
    from,
  );
  apply(db, envelopes('p', history));
  return db;
}

const dueIn = (db: Statements, key: string) =>
  db.get<{ due_on: string }>('SELECT due_on FROM deadline WHERE key = ? AND valid_to > ?', key, '2027-12-31')?.due_on;

describe('AMB-01: the twelve months of a review whose clock started on 20 Nov 2025', () => {
  const history = [issued('2025-11-20')];
  it.each([
    ['2025-11-19', '2026-11-20'],
    ['2025-11-20', '2026-11-20'],
    ['2025-11-21', '2026-11-19'],
  ])('where the anniversary counts for what begins on %s or later, they end on %s everywhere', (from, expected) => {
    const db = rows(history, 'AMB-01', 'ANNIVERSARY', from);
    const of = { id: 'p', plan: stateOf(history), choices: choicesIn(db) };
    const due = (clock: ReturnType<typeof clockOf>) => clock?.lines.find(({ key }) => key === 'review')?.dueOn;
    expect([
      dueIn(db, 'review'),
      due(clockOf(of, 'next', day('2026-06-01'))),
      due(clockIfMeetingOn(of, 'next', day('2026-06-01'), day('2026-10-01'))),
    ]).toEqual([expected, expected, expected]);
  });
});

describe('AMB-02, AMB-03: the what-if of a phase transfer and of its invitations', () => {
  const history = after([issued('2025-11-20')], {
    type: 'ExpectPhaseTransfer',
    on: '2026-01-10',
    transferId: 't',
    phase: 'primary-to-secondary',
    transferOn: day('2027-09-01'),
  });
  const supposed = (key: string, choices: Choices) =>
    clockIfMeetingOn(
      { id: 'p', plan: stateOf(history), choices },
      'next',
      day('2026-06-01'),
      day('2026-10-20'),
    )?.lines.find((line) => line.key === key)?.dueOn;

  it.each([
    ['2026-01-10', '2027-02-14'],
    ['2026-01-11', '2027-02-15'],
  ])('“before” read strictly for what begins on %s or later: by %s, supposed and on the list', (from, expected) => {
    const db = rows(history, 'AMB-02', 'STRICT_BEFORE', from);
    expect([supposed('phasePlan', choicesIn(db)), dueIn(db, 'phasePlan')]).toEqual([expected, expected]);
  });

  it('clear weeks ask for the invitations a day earlier', () => {
    const clear = choicesIn(rows(history, 'AMB-03', 'CLEAR_WEEKS', '2014-09-01'));
    expect([supposed('invitations', []), supposed('invitations', clear)]).toEqual(['2026-10-06', '2026-10-05']);
  });
});

describe('EHC-63, EHC-72: two months of a letter of 31 May 2027 end on Saturday 31 July', () => {
  const history = after(
    [issued('2024-01-10')],
    { type: 'ProposeCease', on: '2027-05-01', ceaseId: 'x', consulted: ['family', 'setting'] },
    { type: 'DecideCease', on: '2027-05-31', ground: 'needs-met-without-plan', appealRightsGiven: true },
  );
  const refused = (on: string, choices: Choices) =>
    given(ehcPlan, history).when(ask({ type: 'CeasePlan', on, choices })).refusal?.parts.rule;

  it.each([
    ['2027-05-30', '2027-09-02'],
    ['2027-05-31', '2027-09-02'],
    // Nothing of the letter's time changes, though the proposal is older than the choice and the letter too.
    ['2027-06-01', '2027-08-03'],
    // A choice between the proposal and the letter governs the letter: its window and the bar are read alike.
    ['2027-05-02', '2027-09-02'],
  ])(
    'read as rolled for what begins on %s or later: not before %s, on the list, on the page and when recorded',
    (from, first) => {
      const db = rows(history, 'EHC-72', 'AS_ROLLED', from);
      const choices = choicesIn(db);
      const view = viewPlan('p', stateOf(history), day('2027-07-01'), { choices });
      expect([dueIn(db, 'ceaseNotBefore'), view?.ceasing?.notBefore]).toEqual([first, first]);
      const window = db.get<{ due_on: string }>(
        "SELECT due_on FROM deadline WHERE key = 'appeal' AND trigger_on = '2027-05-31'",
      )?.due_on;
      const before = day(window!);
      expect(refused(before, choices)).toBe('EHC-63');
      expect(refused(first, choices)).toBeUndefined();
    },
  );
});
