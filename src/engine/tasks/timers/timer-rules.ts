// Which dates are reminded of how long before, and after which a family is told that a date is out of reach: data, in timers.json.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { addDays, daysBetween } from '../../../kernel/calendar/index.js';
import type { Deadline } from '../../../rules/deadline.js';
import type { Facts } from '../../../rules/facts.js';
import type { TaskPathway } from '../domain/codes.js';
import table from './timers.json' with { type: 'json' };

interface Watched {
  readonly pathway: TaskPathway;
  readonly scope: string;
  /** The deadline's name in its rule pack. */
  readonly key: string;
  /** Only where this fact set the date. */
  readonly triggeredBy?: string;
  /** Only while none of these facts is on record: then another date stands in for this one. */
  readonly without?: readonly string[];
  readonly role: string;
}

/** So many days must still pass before the step can be done, unless one of these facts is on record for a day in time. */
interface Need {
  readonly days: number;
  readonly unless: readonly string[];
  readonly rule: string;
}

export interface TimerRule extends Watched {
  readonly kind: 'reminder' | 'holding-message';
  /** The due dates, from today, within which it may fire. */
  readonly from: number;
  readonly to: number;
  readonly needs: readonly Need[];
}

const { reminders, holdingMessages } = table as unknown as {
  readonly reminders: readonly (Watched & { readonly daysBefore: number })[];
  readonly holdingMessages: {
    readonly pastAtMostDays: number;
    readonly of: readonly (Watched & { readonly needs?: readonly Need[] })[];
  };
};

export const timerRules: readonly TimerRule[] = [
  ...reminders.map(({ daysBefore, ...watched }): TimerRule => {
    return { ...watched, kind: 'reminder', from: 0, to: daysBefore, needs: [] };
  }),
  ...holdingMessages.of.map(({ needs = [], ...watched }): TimerRule => {
    const to = Math.max(-1, ...needs.map(({ days }) => days - 1));
    return { ...watched, kind: 'holding-message', from: -holdingMessages.pastAtMostDays, to, needs };
  }),
];

/** A date of a case that nothing has met yet, with what the case has on record. */
export interface OpenDate {
  readonly deadline: Deadline;
  readonly facts: Facts;
}

/** Whether a rule fires for a date on a day. Pure, and the same on every instance whose clock shows that day. */
export function fires(rule: TimerRule, { deadline, facts }: OpenDate, today: CivilDate): boolean {
  const { scope, key, trigger, dueOn } = deadline;
  if (scope !== rule.scope || key !== rule.key) return false;
  if (rule.triggeredBy !== undefined && trigger.fact !== rule.triggeredBy) return false;
  if (rule.without?.some((name) => facts[name] !== undefined)) return false;
  const left = daysBetween(today, dueOn);
  if (left < rule.from || left > rule.to) return false;
  return rule.kind === 'reminder' || left < 0 || outOfReach(rule, facts, dueOn, today);
}

const outOfReach = ({ needs }: TimerRule, facts: Facts, dueOn: CivilDate, today: CivilDate): boolean =>
  needs.some(({ days, unless }) => {
    const begun = unless.some((name) => {
      const fact = facts[name];
      return fact !== undefined && fact.on <= dueOn;
    });
    return !begun && addDays(today, days) > dueOn;
  });
