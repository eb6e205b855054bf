// Young people in the last year before a change of phase: Year 6 and Year 11 of the school year that today is in (EHC-40, EHC-41).
import {
  academicYearOf,
  addDays,
  addMonths,
  daysBetween,
  earliest,
  type CivilDate,
} from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { issuePlan, planOf } from './plan.js';
import { review } from './review.js';

const changes = [
  { year: 6, phase: 'primary-to-secondary', next: 'secondary' },
  { year: 11, phase: 'secondary-to-post-16', next: 'further-education' },
] as const;

/** Of each year three: the next place named in time, the review held and no plan yet, and nothing begun. */
export const tellPhaseTransfers = (making: MakingUp, today: CivilDate): Tale[] =>
  changes.flatMap((change) =>
    (['named', 'reviewed', 'nothing begun'] as const).map((state) => tellTransfer(change, state, making, today)),
  );

/** The next school was asked; of the younger ones its fifteen days are over without a word (EHC-30). */
const consult = (tale: Tale, transferId: string, on: CivilDate, urn: string): void =>
  tale.ehc(planOf(tale), {
    type: 'ConsultSchool',
    on,
    consultationId: idFrom(transferId, 'consultation', urn),
    kind: 'school',
    urn,
    channel: 'email',
  });

type State = 'named' | 'reviewed' | 'nothing begun';

function tellTransfer(
  { year, phase, next }: (typeof changes)[number],
  state: State,
  making: MakingUp,
  today: CivilDate,
): Tale {
  const { luck } = making;
  // In the autumn no plan of this year's transfers can have named a place yet: those that have are of the year before.
  const come = daysBetween(academicYearOf(today).from, today);
  const { from } = academicYearOf(state === 'named' && come < 100 ? addMonths(today, -12) : today);
  const born = addDays(addMonths(from, -12 * (year + 5) + luck.between(1, 10)), luck.below(27));
  // Reviewed every autumn; the school year may have begun only yesterday.
  const made = addDays(from, -luck.between(380, 400));
  const tale = new Tale(making.person({ birthDate: born, sendStatus: 'ehc-plan', knownFrom: addDays(made, -140) }));
  const plan = planOf(tale);
  issuePlan(tale, made);
  const transferOn = addMonths(from, 12);
  const transferId = idFrom(tale.person.id, 'phase-transfer', transferOn);
  tale.ehc(plan, { type: 'ExpectPhaseTransfer', on: addDays(from, -60), transferId, phase, transferOn });
  // In time for February and March where the year has come so far; otherwise as far as it is.
  const meeting = earliest(addDays(from, 35), addDays(today, -66));
  if (state === 'named') {
    review(tale, { meeting, report: 8, decision: 14, outcome: 'amend', served: 15, final: 60 });
    const placementId = idFrom(tale.person.id, 'placement', transferOn);
    const kind = next === 'further-education' ? next : 'mainstream';
    tale.ehc(plan, {
      type: 'NamePhaseSetting',
      on: addDays(meeting, 60),
      transferId,
      placement: { placementId, kind, urn: '998010', from: transferOn },
    });
  }
  if (state === 'reviewed') {
    review(tale, { meeting: earliest(addDays(from, 50), addDays(today, -20)), report: 12 });
    consult(tale, transferId, addDays(today, year === 6 ? -18 : -6), year === 6 ? '998010' : '998011');
  }
  return tale;
}
