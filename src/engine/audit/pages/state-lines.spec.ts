// A state in words and what changed of it: by ids and not by places, nothing for machines only.
import { changedLines, stateLines } from './state-lines.js';

const plan = {
  personId: 'p1',
  rulePack: { pack: 'england-send-2014', version: 1 },
  made: { on: '2025-03-01', eventId: 'e1' },
  appeals: [],
  recipients: ['family', 'health'],
  cycles: [
    { id: 'c1', meetingHeld: { on: '2026-02-03', eventId: 'e2' }, complete: false },
    { id: 'c2', decision: { on: '2026-03-03', eventId: 'e3', decision: 'amend' } },
  ],
};

it('tells dates, codes and lists in words, and leaves out ids, the rule pack and what is empty', () =>
  expect(stateLines(plan).map(({ label, value }) => `${label} = ${value}`)).toEqual([
    'Made = 1 Mar 2025',
    'Recipients = family, health',
    'Cycle 1: meeting held = 3 Feb 2026',
    'Cycle 1: complete = no',
    'Cycle 2: decision = 3 Mar 2026',
    'Cycle 2: decision: decision = amend the plan',
  ]));

it('tells no state as no lines', () => expect([stateLines(null), stateLines({})]).toEqual([[], []]));

it('what changed, field by field: before, after, new, gone', () => {
  const after = { ...plan, made: { on: '2025-03-02', eventId: 'e9' }, recipients: [], phase: 'secondary' };
  expect(changedLines(stateLines(plan), stateLines(after))).toEqual([
    { label: 'Made', before: '1 Mar 2025', after: '2 Mar 2025' },
    { label: 'Phase', before: undefined, after: 'secondary' },
    { label: 'Recipients', before: 'family, health' },
  ]);
});

it('a cycle that comes to stand before another one changes nothing of that one', () => {
  const [first, second] = plan.cycles;
  const lines = changedLines(stateLines({ cycles: [second] }), stateLines({ cycles: [first, second] }));
  expect(lines.map(({ label }) => label)).toEqual(['Cycle 1: meeting held', 'Cycle 1: complete']);
});
