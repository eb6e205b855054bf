// Both readings of the local protocol, step by step, for somebody born on 15 May 2008 (TRN-A, TRN-B, AMB-06, AMB-13).
import { civilDate } from '../kernel/calendar/index.js';
import { factsOn } from './facts-for-tests.js';
import { loadPacks } from './load-packs.js';
import { stepsAsOf } from './protocol.js';

const packs = loadPacks();
const dates = { birthDate: '2008-05-15', adultServiceOpened: '2026-05-15', camhsClosed: '2026-05-20' };

type Window = readonly [string | undefined, string | undefined];
type Row = readonly [id: string, milestone: string, required: boolean, ...Window];

const [stage1, stage2, stage3]: readonly [Window, Window, Window] = [
  ['2025-05-15', '2025-11-14'],
  ['2025-05-15', '2025-11-14'],
  ['2025-11-15', '2026-05-14'],
];
const none = undefined;

/** Step, milestone, required, from, until. */
const variants: Readonly<Record<'a' | 'b', readonly Row[]>> = {
  a: [
    ['TRN-A1.1', 'IDENTIFY', true, ...stage1],
    ['TRN-A1.2', 'IDENTIFY', true, ...stage1],
    ['TRN-A1.3', 'PLAN', true, ...stage1],
    ['TRN-A1.4', 'PLAN', true, ...stage1],
    ['TRN-A2.1', 'PLAN', true, ...stage2],
    ['TRN-A2.2', 'PLAN', false, '2025-05-15', none],
    ['TRN-A3.1', 'JOINT_ASSESS', true, ...stage3],
    ['TRN-A3.2', 'JOINT_ASSESS', true, ...stage3],
    ['TRN-A3.3', 'JOINT_PLAN', true, ...stage3],
    ['TRN-A3.4', 'JOINT_PLAN', true, ...stage3],
    ['TRN-A3.5', 'FINAL_MEETING', true, ...stage3],
    ['TRN-A3.6', 'FINAL_MEETING', true, ...stage3],
    ['TRN-A4.1', 'TRANSFER', true, none, none],
    ['TRN-A4.2', 'TRANSFER', true, none, none],
    ['TRN-A4.3', 'AUDIT', true, none, '2026-06-17'],
    ['TRN-A4.4', 'AUDIT', true, '2026-06-15', '2026-08-15'],
    ['TRN-A4.5', 'AUDIT', true, '2026-08-15', '2026-11-15'],
  ],
  b: [
    ['TRN-B1.1', 'IDENTIFY', true, ...stage1],
    ['TRN-B1.2', 'PLAN', true, ...stage1],
    ['TRN-B1.3', 'PLAN', true, ...stage1],
    ['TRN-B2.1', 'JOINT_ASSESS', true, ...stage3],
    ['TRN-B2.2', 'JOINT_ASSESS', true, ...stage3],
    ['TRN-B2.3', 'JOINT_PLAN', true, ...stage3],
    ['TRN-B2.4', 'JOINT_PLAN', true, '2025-11-15', none],
    ['TRN-B2.5', 'JOINT_PLAN', true, ...stage3],
    ['TRN-B2.6', 'FINAL_MEETING', true, ...stage3],
    ['TRN-B2.7', 'JOINT_PLAN', false, '2025-11-15', none],
    ['TRN-B2.8', 'JOINT_PLAN', false, '2025-11-15', none],
    ['TRN-B3.1', 'TRANSFER', true, '2026-05-15', none],
    ['TRN-B3.2', 'TRANSFER', false, '2026-05-15', none],
    ['TRN-B3.3', 'TRANSFER', false, '2026-05-15', none],
  ],
};

describe.each(['a', 'b'] as const)('variant %s', (variant) => {
  const pack = packs.packByVersion(`camhs-transition-${variant}`, 1);
  const steps = stepsAsOf(pack, { facts: factsOn(dates) }, civilDate('2026-06-01'));

  test('has the steps of the rule and no others', () => {
    expect(steps.map(({ id }) => id)).toEqual(variants[variant].map(([id]) => id));
  });

  test.each(variants[variant])(
    '%s is of %s, required: %s, from %s until %s',
    (id, milestone, required, opensOn, closesOn) => {
      const step = steps.find((one) => one.id === id);
      expect(step).toMatchObject({ milestone, required });
      expect([step?.opensOn, step?.closesOn]).toEqual([opensOn, closesOn]);
    },
  );

  test('TRN-45: whoever signs, answers or is asked may say no, and no case stays incomplete for it', () => {
    const mayDecline = steps.filter(({ mayBeDeclined }) => mayBeDeclined).map(({ id }) => id);
    const theirs = {
      a: ['TRN-A1.3', 'TRN-A1.4', 'TRN-A3.3', 'TRN-A3.4', 'TRN-A3.6', 'TRN-A4.4'],
      b: ['TRN-B1.2', 'TRN-B2.2', 'TRN-B2.5', 'TRN-B2.6'],
    };
    expect(mayDecline).toEqual(theirs[variant]);
  });

  test('TRN-32: the final meeting has a neutral name, with the retired one as its other name (AMB-15)', () => {
    const meeting = steps.find(({ fact }) => fact === 'finalMeeting');
    expect([meeting?.title, meeting?.alias]).toEqual([
      expect.not.stringContaining('CPA'),
      expect.stringContaining('CPA'),
    ]);
  });
});

test('TRN-B2.2: the introduction may be left out where it is clinically not indicated', () => {
  const pack = packs.packByVersion('camhs-transition-b', 1);
  expect(pack.protocol?.steps.find(({ id }) => id === 'TRN-B2.2')?.mayBeNotPossible).toBe(true);
});

test('TRN-21: rules from QS140 name the version of the statement, whose numbers changed in 2023', () => {
  for (const pack of packs.all)
    for (const { source } of pack.rules) if (source.includes('QS140')) expect(source).toContain('QS140 (2023)');
});
