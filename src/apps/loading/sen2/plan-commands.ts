// What a SEN2 record says of a plan beyond what is on record: the commands that bring the plan in line, none when nothing is new.
import type { PlacementDetails } from '../../../cases/ehc-plan/placement.js';
import type { EhcCommand } from '../../../cases/ehc-plan/ehc-plan.js';
import type { Plan } from '../../../cases/ehc-plan/domain/state.js';
import type { Outcome } from '../../../cases/ehc-plan/domain/words.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { packInForce } from '../../../rules/index.js';
import type { Sen2ActivePlan, Sen2NamedPlan } from '../files/index.js';
import { ceaseGround } from './cease-ground.js';
import { placementOf } from './placement-of.js';

export interface ReturnedPlan {
  readonly planId: string;
  readonly personId: string;
  readonly authority: string;
  readonly referenceDate: CivilDate;
  /** Today: the day of whatever this load corrects. */
  readonly loadedOn: CivilDate;
  readonly birthDate: CivilDate;
  readonly startDate: CivilDate;
  readonly named: Sen2NamedPlan;
  readonly active?: Sen2ActivePlan;
}

const outcomes: Readonly<Record<string, Outcome>> = { A: 'amend', M: 'maintain', C: 'cease' };

export function planCommands(returned: ReturnedPlan, plan: Plan): readonly EhcCommand[] {
  const { active } = returned;
  return [
    ...start(returned, plan),
    ...(active
      ? [
          ...placements(returned, active, plan),
          ...needs(returned, active),
          review(returned, active),
          ...phaseTransfer(returned, active),
        ]
      : []),
    ...cease(returned, plan),
  ];
}

function start({ personId, authority, startDate, loadedOn }: ReturnedPlan, plan: Plan): EhcCommand[] {
  if (plan.personId === undefined) {
    const { pack, version } = packInForce('ehc', startDate < earliestLaw ? earliestLaw : startDate);
    return [{ type: 'IssuePlan', on: startDate, personId, authority, rulePack: { pack, version }, source: 'return' }];
  }
  if (plan.made && plan.made.on !== startDate && plan.movedIn === undefined) {
    return [
      {
        type: 'CorrectDate',
        on: loadedOn,
        correctsEventId: plan.made.eventId,
        field: 'occurredOn',
        to: startDate,
        reason: 'the return says otherwise',
      },
    ];
  }
  return [];
}

/** A plan that began as a statement before the Act is judged by the Act from its first day on. */
const earliestLaw = '2014-09-01' as CivilDate;

function placements(
  { planId, referenceDate }: ReturnedPlan,
  { placements: returned }: Sen2ActivePlan,
  plan: Plan,
): EhcCommand[] {
  const now = returned.map((placement) => endedSince(placementOf(planId, placement), plan, referenceDate));
  const ids = new Set(now.map(({ placementId }) => placementId));
  const nextFrom = now.map(({ from }) => from).sort()[0] ?? referenceDate;
  const left = plan.placements.filter(
    ({ id, to, from }) => to === undefined && !ids.has(id) && (from === undefined || from.on <= nextFrom),
  );
  return [
    ...(now.length > 0
      ? left.map(({ id }): EhcCommand => ({
          type: 'EndPlacement',
          on: nextFrom < referenceDate ? nextFrom : referenceDate,
          placementId: id,
        }))
      : []),
    ...now.map((details): EhcCommand => ({ type: 'RecordPlacement', on: referenceDate, details })),
  ];
}

/** A return tells how things stood on its day: an end that is recorded for later it cannot know, and does not undo. */
function endedSince(details: PlacementDetails, plan: Plan, referenceDate: CivilDate): PlacementDetails {
  const recorded = plan.placements.find(({ id }) => id === details.placementId)?.to?.on;
  return details.to === undefined && recorded !== undefined && recorded > referenceDate
    ? { ...details, to: recorded }
    : details;
}

function needs({ referenceDate }: ReturnedPlan, { needs: returned }: Sen2ActivePlan): EhcCommand[] {
  const ranked = returned.flatMap(({ senType, senTypeRank }, index) =>
    senType === undefined ? [] : [{ code: senType, rank: senTypeRank ?? index + 1 }],
  );
  return ranked.length > 0 ? [{ type: 'RecordNeeds', on: referenceDate, needs: ranked }] : [];
}

function review(
  { planId, referenceDate, loadedOn }: ReturnedPlan,
  { reviewMeeting, reviewOutcome, lastReview, reviewDraft }: Sen2ActivePlan,
): EhcCommand {
  return {
    type: 'RecordReturnedReview',
    on: referenceDate,
    loadedOn,
    newCycleIds: [
      idFrom(planId, 'review', reviewMeeting ?? referenceDate),
      idFrom(planId, 'decision', lastReview ?? referenceDate),
    ],
    meetingOn: reviewMeeting,
    outcome: outcomes[reviewOutcome ?? ''],
    decisionSentOn: lastReview,
    draftSentOn: reviewDraft,
  };
}

function phaseTransfer(
  { planId, referenceDate, loadedOn, birthDate }: ReturnedPlan,
  { phaseTransferDueDate, phaseTransferFinalDate }: Sen2ActivePlan,
): EhcCommand[] {
  if (phaseTransferDueDate === undefined) return [];
  const transferId = idFrom(planId, 'phase-transfer', phaseTransferDueDate);
  return [
    {
      type: 'RecordReturnedPhaseTransfer',
      on: referenceDate,
      loadedOn,
      transferId,
      dueOn: phaseTransferDueDate,
      finalOn: phaseTransferFinalDate,
      birthDate,
    },
  ];
}

function cease({ loadedOn, named: { ceaseDate, ceaseReason } }: ReturnedPlan, plan: Plan): EhcCommand[] {
  if (ceaseDate === undefined || plan.ceased?.on === ceaseDate) return [];
  return [{ type: 'RecordReturnedCease', on: ceaseDate, loadedOn, ground: ceaseGround(ceaseReason) }];
}
