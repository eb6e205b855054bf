// Who had to be invited and asked, and how far each of them is: the ledger of a review, role by role (EHC-13 to EHC-17, R8, R9).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Advice, Cycle } from './cycle-state.js';
import { earliestOf, latestOf, type Entry } from './entries.js';
import { attendsSetting } from './schooling.js';
import type { Plan } from './state.js';
import { legalRoles, type AdviceStep, type Role } from './words.js';

/** The day of the meeting: as held, else as last arranged. */
export const meetingDayOf = ({ meeting, arranged }: Cycle): CivilDate | undefined =>
  meeting?.on ?? arranged[arranged.length - 1]?.meetingOn.on;

/** EHC-13 with an institution, EHC-14 without. */
export const requiredRoles = (plan: Plan, day: CivilDate): readonly Role[] =>
  attendsSetting(plan, day) ? legalRoles : legalRoles.filter((role) => role !== 'setting');

export interface LedgerLine {
  readonly role: Role;
  readonly required: boolean;
  readonly invited?: Entry;
  readonly requested?: Entry;
  readonly chased: readonly Entry[];
  readonly answered?: Entry & { readonly step: AdviceStep };
  readonly circulated?: Entry;
  /** How old the advice itself is. */
  readonly dated?: Entry;
}

export function ledgerOf(plan: Plan, cycle: Cycle, asOf: CivilDate): LedgerLine[] {
  const day = meetingDayOf(cycle);
  const required = requiredRoles(plan, day ?? asOf);
  const others = [...cycle.invitations, ...cycle.advice]
    .map(({ role }) => role)
    .filter((role) => !required.includes(role));
  return [...required, ...new Set(others)].map((role) => lineOf(cycle, role, required.includes(role), day));
}

function lineOf(cycle: Cycle, role: Role, required: boolean, day: CivilDate | undefined): LedgerLine {
  const steps = cycle.advice.filter((advice) => advice.role === role);
  const of = (...wanted: readonly AdviceStep[]): Advice[] => steps.filter(({ step }) => wanted.includes(step));
  const received = latestOf(of('received'));
  return {
    role,
    required,
    // Notice is of the date of the meeting: an invitation to another day is none for this one (EHC-15).
    invited: earliestOf(cycle.invitations.filter((each) => each.role === role && each.meetingOn.on === day)),
    requested: earliestOf(of('requested')),
    chased: of('chased'),
    answered: received ?? latestOf(of('nil', 'declined')),
    circulated: earliestOf(of('circulated')),
    dated: received?.dated,
  };
}

/** The day on which the last of them was reached; nothing while one is missing. */
export const allOf = (entries: readonly (Entry | undefined)[]): Entry | undefined =>
  entries.length > 0 && entries.every((entry) => entry !== undefined) ? latestOf(entries) : undefined;
