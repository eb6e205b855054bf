// The two limits that a decision itself turns on: when a final plan may be issued and when ceasing may take effect.
import {
  addDays,
  addMonths,
  fullyRunOn,
  latest,
  startingProceedingsLimit,
  type CivilDate,
} from '../../kernel/calendar/index.js';
import { amendmentNoticeOf, servedOf, type Track } from './cycle-state.js';
import type { Plan } from './state.js';

/** EHC-25: the family has fifteen days beginning with service; without proof of service they cannot begin before the notice. */
export function earliestFinal(track: Track): CivilDate | undefined {
  const start = servedOf(track) ?? amendmentNoticeOf(track);
  return start && fullyRunOn(start.on, 15);
}

/** EHC-70, EHC-72: the last day on which the Tribunal may receive an appeal against a letter. */
export function appealWindowEnds(plan: Plan, letter: { readonly on: CivilDate; readonly eventId: string }): CivilDate {
  const certificates = plan.mediation.filter(
    ({ step, letterEventId }) => step === 'certificate' && letterEventId === letter.eventId,
  );
  return startingProceedingsLimit(latest(addMonths(letter.on, 2), ...certificates.map(({ on }) => addMonths(on, 1))));
}

/** EHC-63: the day after the window, or the day of the determination; nothing while an appeal is pending. */
export function earliestCease(
  plan: Plan,
  letter: { readonly on: CivilDate; readonly eventId: string },
): CivilDate | 'pending' {
  const appeal = plan.appeals.find(({ letterEventId }) => letterEventId === letter.eventId);
  if (!appeal) return addDays(appealWindowEnds(plan, letter), 1);
  return appeal.determined ? appeal.determined.on : 'pending';
}
