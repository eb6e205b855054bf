// Until when what is known of a person is kept (REC-01 to REC-04): the later of every rule that applies (REC-03).
import { ageOn, birthday, addMonths, type CivilDate } from '../../kernel/calendar/index.js';
import retention from './retention.json' with { type: 'json' };

import type { Part } from '../processing/slice.js';

export type { Part };

export interface Kept {
  readonly birthDate: CivilDate;
  readonly diedOn?: CivilDate;
  /** The end of treatment and the last contact of this part: at the latest, the day of the last fact on record. */
  readonly lastOn: Readonly<Partial<Record<Part, CivilDate>>>;
}

export interface Until {
  readonly rule: string;
  readonly until: CivilDate;
}

interface Rule {
  readonly rule: string;
  readonly part: string;
  readonly years: number;
  readonly from: string;
  readonly whenAgeAtEndIs?: number;
}

/** Every rule that applies, with its day. A death takes the place of the last contact. */
export function retentionOf(kept: Kept): Until[] {
  return (retention.rules as readonly Rule[]).flatMap((rule) => {
    const lastOn = kept.lastOn[rule.part as Part];
    const until = lastOn && dayOf(rule, kept, lastOn);
    return until ? [{ rule: rule.rule, until }] : [];
  });
}

/** REC-03: the later one; undefined when no record part is kept by a rule. */
export const keptUntil = (kept: Kept): Until | undefined =>
  retentionOf(kept).reduce<Until | undefined>((last, one) => (last && last.until >= one.until ? last : one), undefined);

/** A record is kept to the end of its last day: on that day nothing has run out yet. */
export const hasRunOut = ({ until }: Until, today: CivilDate): boolean => today > until;

function dayOf(rule: Rule, { birthDate, diedOn }: Kept, lastOn: CivilDate): CivilDate | undefined {
  if (rule.from === 'birth') {
    const wanted = rule.whenAgeAtEndIs;
    return wanted === undefined || ageOn(birthDate, lastOn).years === wanted
      ? birthday(birthDate, rule.years)
      : undefined;
  }
  if (rule.from === 'death') return diedOn && addMonths(diedOn, 12 * rule.years);
  return diedOn === undefined ? addMonths(lastOn, 12 * rule.years) : undefined;
}
