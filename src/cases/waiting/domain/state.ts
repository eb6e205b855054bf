// What deciding about a wait needs to know: its clocks, and the dates of what has happened. Nothing personal.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { AnyClockStop, ClockStart, HelpElement, Pathway, RemovalReason, Segment, Urgency } from './codes.js';
import type { Blocks } from './blocks.js';

export interface Dated {
  readonly on: CivilDate;
  readonly eventId: string;
}

/** The risk was found higher or lower at a contact, or somebody acted on it (WAIT-45, WAIT-47). */
export interface RiskSaid extends Dated {
  readonly what: 'higher' | 'lower' | 'answered';
}

export type ClockEnd = AnyClockStop | RemovalReason | 'nullified';

/** One run of the clock: from its start up to and without the day on which it ended. */
export interface Run {
  readonly start: CivilDate;
  readonly startedBy: ClockStart;
  readonly eventId: string;
  readonly end?: Dated & { readonly how: ClockEnd };
}

export interface Wait {
  readonly personId?: string;
  readonly pathway: Pathway;
  readonly service: string;
  readonly provider: string;
  readonly urgency: Urgency;
  readonly received?: Dated;
  readonly pack: string;
  readonly packVersion: number;
  /** In order of time; only the last may be running. */
  readonly runs: readonly Run[];
  readonly booked?: Dated & { readonly appointmentOn: CivilDate };
  readonly firstContact?: Dated;
  readonly missed: number;
  /** The latest day of a missed first contact. */
  readonly missedOn?: CivilDate;
  readonly segments: Readonly<Partial<Record<Segment, Dated>>>;
  readonly help: Readonly<Partial<Record<HelpElement, Dated>>>;
  readonly removed?: Dated & { readonly reason: RemovalReason };
  readonly validated?: Dated;
  /** The waiting-well contacts that came through, in order of time (WAIT-45). */
  readonly contacts: Blocks<Dated>;
  readonly escalated?: Dated;
  readonly reinstated?: Dated;
  /** Every clock start that was ever on record, so that a loaded file does not bring an old one back (WAIT-44). */
  readonly startsHad: readonly CivilDate[];
  /** In the order of recording. */
  readonly risk: Blocks<RiskSaid>;
}

export const initial: Wait = {
  pathway: 'CHS',
  service: '',
  provider: '',
  urgency: 'routine',
  pack: '',
  packVersion: 0,
  runs: [],
  missed: 0,
  segments: {},
  help: {},
  contacts: [],
  startsHad: [],
  risk: [],
};

export const lastRun = ({ runs }: Wait): Run | undefined => runs[runs.length - 1];

export const runningClock = (wait: Wait): Run | undefined => {
  const last = lastRun(wait);
  return last?.end ? undefined : last;
};

/** Still on the list: not removed, and either waiting or between two clocks (WAIT-03). */
export const isOnList = (wait: Wait): boolean =>
  wait.removed === undefined && (lastRun(wait)?.end === undefined || lastRun(wait)?.end?.how === 'nullified');

/** The day on which the wait was over. */
export const endedOn = (wait: Wait): CivilDate | undefined =>
  isOnList(wait) ? undefined : (endOfClock(wait) ?? wait.removed?.on);

function endOfClock(wait: Wait): CivilDate | undefined {
  const end = lastRun(wait)?.end;
  return end?.how === 'nullified' ? undefined : end?.on;
}
