// Whether a young person came to CAMHS too late for the early stages (TRN-03).
import { ageGate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Opened } from './state.js';

/**
 * On the day itself is late. An age is attained at the start of its day (CAL-11), so whoever is referred on the day of 17 years and
 * 6 months is referred after attaining it; and stage 2 ends on the day before (TRN-E2), so its window was closed already. Taken as in time, they
 * would be in breach of a window that had ended before anybody knew of them, which TRN-03 forbids.
 */
export const isLateReferral = (birthDate: CivilDate, referredOn: CivilDate): boolean =>
  referredOn >= ageGate(birthDate, 17, 6);

/** By the birth date as it is known now, which may have been corrected since the case was opened; without one, as it was recorded. */
export const wasLate = ({ late, referredOn }: Pick<Opened, 'late' | 'referredOn'>, birthDate?: CivilDate): boolean =>
  birthDate === undefined ? late : isLateReferral(birthDate, referredOn);
