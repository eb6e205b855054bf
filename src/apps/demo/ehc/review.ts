// A made-up annual review, step by step from the invitations to the final plan. Steps that would be after yesterday have not happened.
import { addDays, ncYearOn, type CivilDate } from '../../../kernel/calendar/index.js';
import {
  legalRoles,
  outsideInstitutions,
  type Outcome,
  type PlacementKind,
  type Role,
} from '../../../cases/ehc-plan/domain/words.js';
import { idFrom } from '../../../kernel/ids.js';
import type { Tale } from '../tale.js';
import { planOf } from './plan.js';

export interface Review {
  readonly meeting: CivilDate;
  /** Days after the meeting. */
  readonly report?: number;
  readonly decision?: number;
  readonly outcome?: Outcome;
  /** "We will amend", and the proposed amendments did not go with it (EHC-24). */
  readonly announcedOnly?: boolean;
  readonly served?: number;
  readonly bounced?: number;
  readonly final?: number;
  /** Whose advice never came. */
  readonly missing?: readonly string[];
  readonly placement?: string;
  /** Why something that the law asks for was missing when it was decided. */
  readonly lacksReason?: string;
}

const aWayOfLiving = {
  employment: 'outcome-set',
  independentLiving: 'outcome-set',
  community: 'considered-none-needed',
  health: 'outcome-set',
} as const;

export function review(tale: Tale, { meeting, placement, ...steps }: Review): void {
  const roles = outsideInstitutions.includes(placement as PlacementKind)
    ? legalRoles.filter((role) => role !== 'setting')
    : legalRoles;
  prepare(tale, meeting, roles, steps.missing ?? []);
  hold(tale, meeting, roles, steps);
  conclude(tale, meeting, steps);
}

/** Each review by its own id, so that steps on either side of another review's stay with theirs. */
const refOf = ({ person }: Tale, meeting: CivilDate) => ({ newCycleId: idFrom(person.id, 'review', meeting) });

function prepare(tale: Tale, meeting: CivilDate, roles: readonly Role[], missing: readonly string[]): void {
  const plan = planOf(tale);
  const ref = refOf(tale, meeting);
  const day = (before: number) => addDays(meeting, -before);
  tale.ehc(plan, { type: 'SendInvitations', on: day(30), roles, meetingOn: meeting, channel: 'email', ...ref });
  tale.ehc(plan, {
    type: 'RecordAdvice',
    on: day(30),
    step: 'requested',
    roles,
    channel: 'email',
    dueOn: day(18),
    ...ref,
  });
  const came = roles.filter((role) => !missing.includes(role));
  tale.ehc(plan, { type: 'RecordAdvice', on: day(16), step: 'received', roles: came, adviceDatedOn: day(21), ...ref });
  tale.ehc(plan, { type: 'RecordAdvice', on: day(16), step: 'circulated', roles: came, ...ref });
  const late = roles.filter((role) => missing.includes(role));
  if (late.length > 0)
    tale.ehc(plan, { type: 'RecordAdvice', on: day(15), step: 'chased', roles: late, channel: 'phone', ...ref });
}

function hold(
  tale: Tale,
  meeting: CivilDate,
  roles: readonly Role[],
  { report, outcome = 'maintain' }: Partial<Review>,
): void {
  const { birthDate } = tale.person;
  const plan = planOf(tale);
  const ref = refOf(tale, meeting);
  const preparingForAdulthood = ncYearOn(birthDate, meeting) >= 9 ? aWayOfLiving : undefined;
  const attended = roles.filter((role) => role !== 'social-care');
  tale.ehc(plan, {
    type: 'HoldMeeting',
    on: meeting,
    attended,
    outcomesConsidered: true,
    preparingForAdulthood,
    birthDate,
    ...ref,
  });
  if (report === undefined) return;
  const recommendations = outcome === 'amend' ? 'The outcomes for the next phase are to be rewritten.' : undefined;
  tale.ehc(plan, {
    type: 'SendReport',
    on: addDays(meeting, report),
    recommends: outcome,
    recommendations,
    sentTo: roles,
    ...ref,
  });
}

function conclude(tale: Tale, meeting: CivilDate, steps: Partial<Review>): void {
  const { decision, outcome = 'maintain', announcedOnly, served, bounced, final, lacksReason } = steps;
  const plan = planOf(tale);
  const after = (days: number) => addDays(meeting, days);
  if (decision === undefined) return;
  tale.ehc(plan, {
    type: 'SendDecision',
    on: after(decision),
    outcome,
    proposedChanges: outcome !== 'amend' ? undefined : announcedOnly ? 'not-attached' : 'attached',
    appealRightsGiven: true,
    reason: outcome === 'maintain' ? 'The outcomes and the provision still fit.' : undefined,
    lacksReason,
    ...refOf(tale, meeting),
  });
  if (served !== undefined) tale.ehc(plan, { type: 'ServeNotice', on: after(served), channel: 'post' });
  if (bounced !== undefined) tale.ehc(plan, { type: 'RecordBounce', on: after(bounced), channel: 'post' });
  if (final !== undefined)
    tale.ehc(plan, {
      type: 'IssueFinalPlan',
      on: after(final),
      origin: 'review',
      recipients: ['family', 'setting', 'icb'],
    });
}
