// Corrections of waits: a new fact with a reason, and what followed from the corrected one follows it (WAIT-43, WAIT-44, REC-11).
import fc from 'fast-check';
import { given } from '../../kernel/given-when-then.js';
import { wait, type WaitCommand } from './wait.js';
import { waitEvents as events, type WaitFact } from './domain/events.js';
import { requireOrder } from './domain/order.js';
import { anyCommand, brief, day, received } from './waits-for-tests.js';

const reason = 'another child';
const at = { on: day('2026-06-10'), reason };
const moved = (id: string, to: string): WaitCommand => ({
  type: 'CorrectDate',
  ...at,
  correctsEventId: id,
  field: 'occurredOn',
  to: day(to),
});
const withdrawn = (id: string): WaitCommand => ({ type: 'WithdrawFact', ...at, correctsEventId: id });
const after = (facts: readonly WaitFact[], command: WaitCommand) => given(wait, facts).when(command);

describe('a first contact', () => {
  const before = [received('2026-03-02')];
  const seen = [
    ...before,
    ...after(before, { type: 'AttendFirstContact', on: day('2026-04-01'), mode: 'video' }).facts,
  ];

  test('WAIT-44: its day is corrected, and the stop that it brought about moves with it', () => {
    const { state, facts } = after(seen, moved('e2', '2026-03-25'));
    expect(brief(facts)).toEqual(['FactCorrected 2026-06-10', 'FactCorrected 2026-06-10']);
    expect([state.firstContact, state.runs[0]?.end]).toMatchObject([
      { on: '2026-03-25', eventId: 'e2' },
      { on: '2026-03-25', how: 'first-contact' },
    ]);
  });

  test('WAIT-43: it is withdrawn together with its stop, and the wait goes on from where it started', () => {
    const { state } = after(seen, withdrawn('e2'));
    expect([state.firstContact, state.runs[0]]).toMatchObject([undefined, { start: '2026-03-02' }]);
    expect(state.runs[0]?.end).toBeUndefined();
  });

  test('what only follows from it is never corrected by itself', () => {
    expect(after(seen, moved('e3', '2026-03-25')).refusal?.parts.rule).toBe('WAIT-44');
    expect(after(seen, withdrawn('e3')).refusal?.parts.rule).toBe('WAIT-44');
  });

  test('not without a reason, not to a day before the clock started or after the correction, and the same day adds nothing', () => {
    expect(after(seen, { ...moved('e2', '2026-03-25'), reason: ' ' } as WaitCommand).refusal?.type).toBe(
      'invalid-input',
    );
    expect(after(seen, moved('e2', '2026-03-01')).refusal?.parts.rule).toBe('WAIT-44');
    expect(after(seen, moved('e2', '2026-06-11')).refusal?.type).toBe('invalid-input');
    expect(after(seen, moved('e2', '2026-04-01')).facts).toEqual([]);
    expect(after(seen, moved('e9', '2026-04-01')).refusal?.type).toBe('not-found');
  });

  test('the start of a clock keeps its own correction', () => {
    expect(after(seen, moved('e1', '2026-03-01')).refusal?.parts.rule).toBe('WAIT-44');
    expect(after(seen, withdrawn('e1')).refusal?.parts.rule).toBe('WAIT-44');
  });

  test('a file that says it again does not bring it back', () => {
    const taken = [...seen, ...after(seen, withdrawn('e2')).facts];
    const row = {
      referral: received('2026-03-02').data as never,
      receivedOn: day('2026-03-02'),
      firstContactOn: day('2026-04-01'),
    };
    expect(after(taken, { type: 'Load', on: day('2026-07-01'), row, author: 'file' }).facts).toEqual([]);
  });
});

describe('WAIT-22: help', () => {
  const before = [
    received('2026-03-02', { pathway: 'MH_CYP' }),
    events.firstContactAttended.fact(day('2026-04-10'), { mode: 'indirect' }),
    events.helpElementRecorded.fact(day('2026-03-20'), { element: 'baseline-outcome' }),
  ];
  const helped = [
    ...before,
    ...after(before, { type: 'RecordHelpElement', on: day('2026-04-01'), element: 'care-plan' }).facts,
  ];

  test('starts on the corrected day when its last element is corrected, and on the next last one when that comes first', () => {
    expect(after(helped, moved('e2', '2026-04-20')).state.runs[0]?.end?.on).toBe('2026-04-20');
    expect(after(helped, moved('e2', '2026-03-10')).state.runs[0]?.end?.on).toBe('2026-04-01');
  });

  test('has not started when an element is withdrawn', () => {
    const { state } = after(helped, withdrawn('e3'));
    expect([state.help['baseline-outcome'], state.runs[0]?.end]).toEqual([undefined, undefined]);
  });
});

describe('WAIT-03: a missed first appointment recorded in error', () => {
  const rtt = [received('2026-03-02', { pathway: 'RTT' })];
  const miss = {
    type: 'MissFirstContact',
    on: day('2026-05-01'),
    why: 'did-not-attend',
    clearlyCommunicated: true,
  } as const;
  const missed = [...rtt, ...after(rtt, miss).facts];

  test('nullified nothing, and the clock that followed never started', () => {
    const book = { type: 'BookFirstContact', on: day('2026-05-11'), appointmentOn: day('2026-06-20') } as const;
    const booked = [...missed, ...after(missed, book).facts];
    const { state } = after(booked, withdrawn('e2'));
    expect(state.runs.map(({ start, end }) => [start, end])).toEqual([['2026-03-02', undefined]]);
    expect([state.missed, state.booked?.appointmentOn]).toEqual([0, '2026-06-20']);
  });

  describe('when the clock that followed had its own start corrected', () => {
    const book = { type: 'BookFirstContact', on: day('2026-05-11'), appointmentOn: day('2026-06-20') } as const;
    const booked = [...missed, ...after(missed, book).facts];
    const startTo = (to: string) =>
      ({ type: 'CorrectClockStart', on: day('2026-06-01'), to: day(to), reason, author: 'a' }) as const;
    const restarted = [...booked, ...after(booked, startTo('2026-05-06')).facts];
    const runs = (facts: readonly WaitFact[], command: WaitCommand) =>
      after(facts, command).state.runs.map(({ start, end }) => [start, end?.how]);

    test('WAIT-44: nullified nothing, and the child has waited since the referral: the corrected start goes with the start it is about', () => {
      expect(given(wait, restarted).state.runs.map(({ start }) => start)).toEqual(['2026-03-02', '2026-05-06']);
      expect(runs(restarted, withdrawn('e2'))).toEqual([['2026-03-02', undefined]]);
    });

    test('WAIT-44: nor does a start that was corrected twice stay', () => {
      const twice = [...restarted, ...after(restarted, startTo('2026-05-08')).facts];
      expect(runs(twice, withdrawn('e2'))).toEqual([['2026-03-02', undefined]]);
    });

    test('WAIT-44: a correction of the start of the referral itself stands', () => {
      const before = [...rtt, ...after(rtt, startTo('2026-02-25')).facts];
      const missedThen = [...before, ...after(before, miss).facts];
      const bookedThen = [...missedThen, ...after(missedThen, book).facts];
      const facts = [...bookedThen, ...after(bookedThen, startTo('2026-05-06')).facts];
      expect(runs(facts, withdrawn('e3'))).toEqual([['2026-02-25', undefined]]);
    });

    test('WAIT-03: the new start itself is withdrawn with its correction, and the first clock stays nullified', () => {
      expect(runs(restarted, withdrawn('e4'))).toEqual([['2026-03-02', 'nullified']]);
    });

    test('WAIT-44: its day is corrected as a start of a clock, never beside it as the day of a fact', () => {
      const { refusal } = after(restarted, moved('e4', '2026-05-09'));
      expect([refusal?.parts.rule, refusal?.parts.detail]).toEqual([
        'WAIT-44',
        'The start of a clock is corrected by its own command, with reason and author.',
      ]);
      expect(runs(booked, moved('e4', '2026-05-09'))).toEqual([
        ['2026-03-02', 'nullified'],
        ['2026-05-09', undefined],
      ]);
    });
  });
});

test('WAIT-02: active monitoring that a new clock followed is not withdrawn under it', () => {
  const facts = [
    received('2026-03-02', { pathway: 'RTT' }),
    events.clockStopped.fact(day('2026-04-01'), { how: 'active-monitoring' }),
    events.clockStarted.fact(day('2026-05-01'), { why: 'decision-to-treat' }),
  ];
  expect(after(facts, withdrawn('e2')).refusal?.parts.rule).toBe('WAIT-02');
  expect(after(facts, withdrawn('e3')).state.runs).toMatchObject([{ end: { how: 'active-monitoring' } }]);
});

describe('WAIT-43: a removal', () => {
  const removed = [received('2026-03-02'), events.removedFromList.fact(day('2026-05-01'), { reason: 'declined' })];

  test('is corrected in its day', () => {
    const { state } = after(removed, moved('e2', '2026-05-04'));
    expect([state.removed?.on, state.runs[0]?.end]).toMatchObject([
      '2026-05-04',
      { on: '2026-05-04', how: 'declined' },
    ]);
  });

  test('is corrected in its reason, which the clock ends by', () => {
    const { state } = after(removed, { type: 'CorrectRemovalReason', ...at, removalReason: 'moved' });
    expect([state.removed?.reason, state.runs[0]?.end?.how]).toEqual(['moved', 'moved']);
    const invalid = { type: 'CorrectRemovalReason', ...at, removalReason: 'removed-after-validation' } as const;
    expect(after(removed, invalid).refusal?.parts.rule).toBe('WAIT-43');
    expect(after(removed.slice(0, 1), invalid).refusal?.parts.rule).toBe('WAIT-43');
  });

  test('is withdrawn, and the clock runs on', () => {
    const { state } = after(removed, withdrawn('e2'));
    expect([state.removed, state.runs[0]?.end]).toEqual([undefined, undefined]);
  });
});

test('WAIT-44: whatever is recorded, corrected and withdrawn in whatever order, nothing stands before the start of its clock', () => {
  let corrections = 0;
  const pathway = fc.constantFrom('RTT' as const, 'CHS' as const, 'MH_CYP' as const);
  fc.assert(
    fc.property(pathway, fc.array(anyCommand, { minLength: 4, maxLength: 14 }), (path, commands) => {
      let facts: readonly WaitFact[] = [received('2026-03-02', { pathway: path })];
      for (const one of commands) {
        const { facts: more } = after(facts, one);
        facts = [...facts, ...more];
        if (more.some(({ type }) => type === 'FactCorrected' || type === 'FactWithdrawn')) corrections++;
        expect(() => requireOrder(given(wait, facts).state)).not.toThrow();
      }
    }),
    { seed: 44, numRuns: 500 },
  );
  expect(corrections).toBeGreaterThan(100);
});
