// The plans of Seaborough that differ only in where their review stands: made by the table of kinds.
import type { Outcome } from '../../../cases/ehc-plan/domain/words.js';
import { addDays, addMonths, ncYearOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { bornForAge } from '../days.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { issuePlan } from './plan.js';
import data from './plan-kinds.json' with { type: 'json' };
import { review } from './review.js';

interface Kind {
  readonly kind: string;
  readonly count: number;
  readonly ages: readonly number[];
  readonly reviewed: readonly number[];
  readonly meeting?: readonly number[];
  readonly outcome?: string;
  readonly placement?: string;
  readonly report?: number;
  readonly decision?: number;
  readonly announcedOnly?: boolean;
  readonly served?: number;
  readonly bounced?: number;
  readonly final?: number;
  readonly missing?: readonly string[];
  readonly lacksReason?: string;
}

export const tellPlans = (making: MakingUp, today: CivilDate): Tale[] =>
  (data.kinds as readonly Kind[]).flatMap((kind) =>
    Array.from({ length: kind.count }, (_, at) => tellPlan(kind, at, making, today)),
  );

function tellPlan(kind: Kind, at: number, making: MakingUp, today: CivilDate): Tale {
  const { luck } = making;
  const [youngest = 6, oldest = youngest] = kind.ages;
  const [earliest = -200, latest = earliest] = kind.reviewed;
  const years = kind.count > 1 ? youngest + Math.round((at * (oldest - youngest)) / (kind.count - 1)) : youngest;
  const reviewed = addDays(today, luck.between(earliest, latest));
  const born = bornForAge(today, years, luck.below(11), luck.below(27));
  const made = addDays(addMonths(reviewed, -11), -luck.below(20));
  const tale = new Tale(making.person({ birthDate: born, sendStatus: 'ehc-plan', knownFrom: addDays(made, -140) }));
  const { placement } = kind;
  issuePlan(tale, made, placement);
  pastReview(tale, reviewed, placement);
  if (kind.meeting) {
    const [from = 0, to = from] = kind.meeting;
    const { meeting: _, outcome, ...steps } = kind;
    review(tale, {
      ...steps,
      outcome: outcome as Outcome | undefined,
      meeting: addDays(today, luck.between(from, to)),
    });
  }
  return tale;
}

/** A review that went well, whose decision notice was sent on a day. Those in a last year of school were amended. */
export function pastReview(tale: Tale, decided: CivilDate, placement?: string): void {
  const meeting = addDays(decided, -24);
  const amend = ncYearOn(tale.person.birthDate, meeting) % 4 === 1;
  const steps = { meeting, placement, report: 11, decision: 24 };
  review(tale, amend ? { ...steps, outcome: 'amend', served: 25, final: 70 } : steps);
}
