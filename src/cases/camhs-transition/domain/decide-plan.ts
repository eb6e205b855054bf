// The joint care plan: signatures or why not, the copy, and the contacts it promises (TRN-45, AMB-14, TRN-08).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { contactKinds, familySignatures, missedBy, youngPersonSignatures } from './codes.js';
import { transitionEvents as events } from './events.js';
import { needed, notBefore, opened, stillOpen } from './guards.js';
import type { Transition } from './state.js';

type Kind = (typeof contactKinds)[number];

export type PlanCommand =
  | {
      readonly type: 'AgreeJointPlan';
      readonly on: CivilDate;
      readonly youngPerson: (typeof youngPersonSignatures)[number];
      readonly reason?: string;
      readonly family: (typeof familySignatures)[number];
      readonly familyReason?: string;
      readonly copyGivenOn?: CivilDate;
      readonly promisedContacts: readonly { readonly kind: Kind; readonly everyDays: number; readonly by: string }[];
    }
  | { readonly type: 'GivePlanCopy'; readonly on: CivilDate }
  | { readonly type: 'MakePromisedContact'; readonly on: CivilDate; readonly kind: Kind; readonly by: string }
  | {
      readonly type: 'MissPromisedContact';
      readonly on: CivilDate;
      readonly kind: Kind;
      readonly by: string;
      readonly missedBy: (typeof missedBy)[number];
      readonly reason?: string;
    };

type Command<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>;

export function agreeJointPlan(command: Command<'AgreeJointPlan'>, state: Transition) {
  const { on, youngPerson, reason, family, familyReason, copyGivenOn, promisedContacts } = command;
  const { referredOn } = stillOpen(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (youngPerson === 'declined') needed(reason, 'reason', 'says why the young person declined to sign', 'TRN-45');
  if (family === 'declined') needed(familyReason, 'familyReason', 'says why the family declined to sign', 'TRN-45');
  for (const { everyDays } of promisedContacts) {
    if (everyDays < 1 || everyDays > 366) throw invalid('promisedContacts', 'come every 1 to 366 days', 'TRN-08');
  }
  if (copyGivenOn !== undefined && copyGivenOn < on)
    throw invalid('copyGivenOn', 'must not be before the plan was agreed', 'AMB-14');
  const agreed = events.jointPlanAgreed.fact(on, {
    youngPerson,
    family,
    promisedContacts: promisedContacts.map((promise) => ({ ...promise })),
    reason,
    familyReason,
  });
  return copyGivenOn === undefined ? [agreed] : [agreed, events.jointPlanCopyGiven.fact(copyGivenOn, {})];
}

export function givePlanCopy({ on }: Command<'GivePlanCopy'>, { plan, ...state }: Transition) {
  opened(state);
  if (!plan) throw refuse('AMB-14', 'There is no joint plan yet whose copy could be given.');
  notBefore(on, plan.on, 'the joint plan');
  return plan.copyGivenOn === undefined ? [events.jointPlanCopyGiven.fact(on, {})] : [];
}

export function makePromisedContact({ on, kind, by }: Command<'MakePromisedContact'>, state: Transition) {
  promised(state, kind);
  return [events.promisedContactMade.fact(on, { kind, by })];
}

export function missPromisedContact(
  { on, kind, by, missedBy: who, reason }: Command<'MissPromisedContact'>,
  state: Transition,
) {
  promised(state, kind);
  return [events.promisedContactMissed.fact(on, { kind, by, missedBy: who, reason })];
}

function promised(state: Transition, kind: Kind): void {
  opened(state);
  if (!state.plan?.promises.some((promise) => promise.kind === kind)) {
    throw refuse('TRN-08', 'The joint plan promises no contact of this kind.');
  }
}
