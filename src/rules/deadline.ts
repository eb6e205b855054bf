// A deadline as a value that explains itself, and its status as of any day.
import type { CivilDate } from '../kernel/calendar/index.js';

/** Never shown as stronger than it is: only `law` may be called statutory. */
export type Force = 'law' | 'national' | 'local' | 'practice';

/**
 * `deadline` and `target`: to be done by the due date (a target is an aim, not a limit).
 * `window`: to be done from `opensOn` to the due date, neither earlier nor later.
 * `planning`: a day to plan by, on the way to a limit that has its own row. No task of its own: one thing to be done counts once.
 * `period`: runs out by itself on the due date; nobody fails by letting it pass (an appeal window, time for representations).
 * `notBefore`: the due date is the first day on which the thing may be done.
 */
export type Kind = 'deadline' | 'target' | 'window' | 'planning' | 'period' | 'notBefore';

export interface Trigger {
  readonly fact: string;
  readonly on: CivilDate;
  readonly eventId: string;
}

export interface Deadline {
  readonly rule: string;
  /** The name of the deadline, unique within its pack and scope. */
  readonly key: string;
  readonly title: string;
  readonly kind: Kind;
  readonly force: Force;
  readonly source: string;
  readonly pack: string;
  readonly packVersion: number;
  readonly scope: string;
  readonly dueOn: CivilDate;
  readonly opensOn?: CivilDate;
  /** The fact that set the due date: the one behind the earliest or latest member where several compete. */
  readonly trigger: Trigger;
  /** The arithmetic in sentences, made when asked for. */
  readonly basis: () => readonly string[];
  readonly metOn?: CivilDate;
  readonly metBy?: string;
  /** It is met, but only by somebody's word or an import without the document. */
  readonly notEvidenced?: boolean;
  /** The first day on which anything on record showed that the step was begun. */
  readonly beganOn?: CivilDate;
  /** It was late when it came to be that it can no longer be done: nobody is asked for it, and it stays to be seen. */
  readonly missed?: boolean;
  /** Only a return tells of the step before it, and returns do not tell of this one: until something is recorded here, whether it was done is not known. */
  readonly untold?: boolean;
  /** From this day on nothing is asked any more, done or not: an advice that ends with an age. */
  readonly lapsesOn?: CivilDate;
  /** The days on which this was the date, by the dates on which things happened: from `validFrom`, up to and without `validTo`. */
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
  /** The same date under the other reading of a setting. */
  readonly comparison?: { readonly setting: string; readonly label: string; readonly dueOn: CivilDate };
}

/**
 * `absent`: due, not done, and nothing on record shows that anybody began. `missed`: late, and it can no longer be done.
 * `passed`: a period is over, or a bar is lifted, or nothing is asked any more. `not known`: a return is silent about it, so it is neither done nor late.
 */
export type Status =
  'due' | 'overdue' | 'absent' | 'missed' | 'met' | 'met late' | 'too early' | 'passed' | 'not known';

/** Kinds of which somebody is asked to do something; a planning day is of a limit that is asked for already. */
export const canBeMissed = (kind: Kind): boolean => kind === 'deadline' || kind === 'target' || kind === 'window';

type Dated = Pick<Deadline, 'kind' | 'dueOn' | 'opensOn' | 'metOn' | 'beganOn' | 'missed' | 'untold' | 'lapsesOn'>;

/** The status at the end of a day. What happened later has not happened yet. */
export function statusOn(
  { kind, dueOn, opensOn, metOn, beganOn, missed, untold, lapsesOn }: Dated,
  asOf: CivilDate,
): Status {
  const met = metOn !== undefined && metOn <= asOf;
  if (kind === 'notBefore') {
    if (met) return metOn < dueOn ? 'too early' : 'met';
    return asOf < dueOn ? 'due' : 'passed';
  }
  if (met) {
    if (kind === 'window' && opensOn !== undefined && metOn < opensOn) return 'too early';
    return metOn <= dueOn ? 'met' : 'met late';
  }
  const begun = beganOn !== undefined && beganOn <= asOf;
  if (lapsesOn !== undefined && lapsesOn <= asOf) return 'passed';
  if (untold === true && !begun) return 'not known';
  if (missed === true) return 'missed';
  if (asOf <= dueOn) return 'due';
  if (kind === 'period' || kind === 'planning') return 'passed';
  return begun ? 'overdue' : 'absent';
}

/** What had met it by the end of a day, by the same word as the status. */
export const metAsOf = (
  { metOn, metBy, notEvidenced }: Pick<Deadline, 'metOn' | 'metBy' | 'notEvidenced'>,
  asOf: CivilDate,
): { readonly on: CivilDate; readonly by: string | undefined; readonly notEvidenced: boolean } | undefined =>
  metOn !== undefined && metOn <= asOf ? { on: metOn, by: metBy, notEvidenced: notEvidenced === true } : undefined;

/** Whether this row of a timeline is the one that held on a day. */
export const holdsOn = ({ validFrom, validTo }: Pick<Deadline, 'validFrom' | 'validTo'>, day: CivilDate): boolean =>
  validFrom <= day && (validTo === undefined || day < validTo);
