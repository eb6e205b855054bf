// TRN-01b: acceptance is the receiver's word; what CAMHS reports says who, how and what shows it; and nothing is handed over by an empty list.
import { given } from '../../kernel/given-when-then.js';
import type { ActorDirectory } from '../../engine/access/actors.js';
import { demoActors } from '../../engine/access/demo-actors.js';
import { ReceivingSide } from './receiving-side.js';
import { transition, type TransitionCommand } from './transition.js';
import { destinations } from './domain/destinations.js';
import { transitionEvents as events } from './domain/events.js';
import { day, on, opened } from './domain/transitions-for-tests.js';

const offered = events.itemOffered.fact(day('2026-05-01'), { itemId: 'i1', kind: 'risk-and-safety-plan' });
const taken = events.itemAccepted.fact(day('2026-05-04'), { itemId: 'i1' });
const accept = { type: 'AcceptHandOver', ...on('2026-05-10'), service: 'PROGRESSIONS', by: 'Sam' } as const;
const open = { type: 'OpenReceivingService', ...on('2026-05-10'), service: 'PROGRESSIONS', reference: 'r' } as const;
const report = { recordedBy: 'camhs', by: 'Sam', channel: 'email', evidence: 'message of 10 May' } as const;
const when = (command: TransitionCommand) => given(transition, [opened(), offered, taken]).when(command);

describe('TRN-01b', () => {
  test('the service says that it accepted or opened without more, and it is not shown as a report', () => {
    for (const said of [accept, open]) {
      const { state, refusal } = when({ ...said, recordedBy: 'receiver' });
      expect(refusal).toBeUndefined();
      expect([...state.receivers, ...state.handedOver].map(({ reported }) => reported)).toEqual([undefined]);
    }
  });

  test.each(['by', 'channel', 'evidence'] as const)('CAMHS says so for it only with %s', (left) => {
    for (const said of [accept, open]) {
      const { refusal } = when({ ...said, ...report, [left]: undefined });
      expect(refusal?.parts.fields?.map(({ field }) => field)).toEqual([left]);
    }
  });

  test('what CAMHS reports is known as a report, with how it was told', () => {
    for (const said of [accept, open]) {
      const { state } = when({ ...said, ...report });
      expect([...state.receivers, ...state.handedOver].map(({ reported }) => reported)).toEqual(['email']);
    }
  });

  test('a hand-over with nothing in it is not accepted, and nobody is closed against one that was', () => {
    expect(given(transition, [opened()]).when({ ...accept, recordedBy: 'receiver' }).refusal?.parts.rule).toBe(
      'TRN-01b',
    );
    const empty = events.handOverAccepted.fact(day('2026-05-10'), { service: 'PROGRESSIONS', by: 'Sam' });
    const close = {
      type: 'CloseCamhs',
      ...on('2026-05-11'),
      destination: 'PROGRESSIONS',
      acceptanceEvidence: 'e',
    } as const;
    expect(given(transition, [opened(), empty]).when(close).refusal?.parts.rule).toBe('TRN-01b');
    expect(given(transition, [opened(), offered, taken, empty]).when(close).refusal).toBeUndefined();
    const there = events.receivingServiceOpened.fact(day('2026-05-10'), { service: 'PROGRESSIONS', reference: 'r' });
    expect(given(transition, [opened(), empty, there]).when(close).refusal).toBeUndefined();
  });
});

describe('TRN-01b: who may say it', () => {
  const side = new ReceivingSide({ all: () => demoActors() } as unknown as ActorDirectory);
  const actor = (role: string) => ({ id: 'a', role, organisation: 'estuary-adult-mental-health' });
  const here = destinations.filter(({ kind }) => kind === 'adult-mental-health').map(({ code }) => code);
  const elsewhere = destinations.filter(({ kind }) => kind === 'other-service').map(({ code }) => code);

  test.each(here)('%s has people here: they say it, and CAMHS does not', (service) => {
    expect(side.recorderOf(actor('adult-clinician'), service)).toBe('receiver');
    expect(() => side.recorderOf(actor('camhs-clinician'), service)).toThrow('has people here');
    expect([
      side.mayRecord(actor('adult-clinician'), service),
      side.mayRecord(actor('camhs-clinician'), service),
    ]).toEqual([true, false]);
  });

  test.each(elsewhere)(
    '%s has nobody here: CAMHS reports it, and adult mental health does not speak for it',
    (service) => {
      expect(side.recorderOf(actor('camhs-clinician'), service)).toBe('camhs');
      expect(() => side.recorderOf(actor('adult-clinician'), service)).toThrow('not a service of yours');
    },
  );

  test('where no adult clinician has an account CAMHS reports for every service', () => {
    const alone = new ReceivingSide({ all: () => [] } as unknown as ActorDirectory);
    expect(alone.recorderOf(actor('camhs-clinician'), 'ADULT_LD')).toBe('camhs');
  });
});
