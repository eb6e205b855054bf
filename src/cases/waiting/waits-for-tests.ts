// Facts of made-up waits, for tests.
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Fact } from '../../kernel/events.js';
import type { LoadedWait } from './loaded-row.js';
import { waitEvents as events, type WaitFact } from './domain/events.js';

export const day = (text: string): CivilDate => civilDate(text);

export const referral: LoadedWait['referral'] = {
  personId: 'p1',
  pathway: 'CHS',
  service: 'speech-and-language',
  provider: 'estuary-community-health',
  urgency: 'routine',
  source: 'school',
  pack: 'waiting-2026',
  packVersion: 1,
};

export const received = (on: string, parts: Partial<LoadedWait['referral']> = {}): WaitFact =>
  events.referralReceived.fact(day(on), { ...referral, ...parts });

/** A fact without its words: what a test compares. */
export const brief = (facts: readonly Fact[]): string[] => facts.map(({ type, occurredOn }) => `${type} ${occurredOn}`);
