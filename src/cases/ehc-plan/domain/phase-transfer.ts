// Phase transfers: what is decided of one, and what meets its limit: a review and a plan of this cycle that names the next setting (EHC-40 to EHC-46).
import { addMonths, earliest, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, missing, requireInForce } from './plan-in-force.js';
import type { Cycle } from './cycle-state.js';
import type { Sourced } from './entries.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { withinYearBefore } from './cycles.js';
import type { PhaseTransfer, Plan } from './state.js';

/** EHC-40: the last review within twelve months before the transfer. */
export function reviewBefore(plan: Plan, { transferOn }: PhaseTransfer): Cycle | undefined {
  const inTime = plan.cycles.filter(({ meeting, decision }) => {
    const day = (meeting ?? decision)?.on;
    return day !== undefined && withinYearBefore(day, transferOn.on);
  });
  return inTime[inTime.length - 1];
}

/** A review and an issue that come too late are still of this cycle, and meet its limit late; what lies before it does not count. */
const isOfCycle = (day: CivilDate, { transferOn }: PhaseTransfer): boolean => day >= addMonths(transferOn.on, -12);

/** Whether by a day this cycle has a decided review, and a plan that was issued after it. */
const issuedAfterReview = (plan: Plan, transfer: PhaseTransfer, by: CivilDate): boolean =>
  plan.cycles.some(({ meeting, decision }) => {
    if (!decision || decision.on > by || !isOfCycle((meeting ?? decision).on, transfer)) return false;
    return plan.finals.some(({ on }) => on >= decision.on && on <= by);
  });

/**
 * EHC-40 to EHC-42: the day on which the plan named the next setting, where that meets the limit. That somebody said so is not enough: this
 * cycle has a decided review, a plan issued after it, and the setting. Of a return the date of that very plan is all there is.
 */
export function namingOf(plan: Plan, transfer: PhaseTransfer): Sourced | undefined {
  const { named } = transfer;
  if (!named) return undefined;
  if (named.source === 'return') return isOfCycle(named.on, transfer) ? named : undefined;
  const isThere = plan.placements.some(({ id }) => id === named.placementId);
  return isThere && issuedAfterReview(plan, transfer, named.on) ? named : undefined;
}

/** EHC-40 to EHC-42. Said again with another day, it is the same transfer on that day. */
export function expectTransfer(
  { on, transferId, phase, transferOn }: Of<'ExpectPhaseTransfer'>,
  plan: Plan,
): EhcFact[] {
  requireInForce(plan, on);
  const known = plan.transfers.find(({ id }) => id === transferId);
  const naming = known && namingOf(plan, known);
  if (naming) throw already('The plan that names the next setting', naming.on, 'Record a further transfer.');
  if (known?.phase === phase && known.transferOn.on === transferOn) return [];
  return [events.phaseDue.fact(earliest(on, transferOn), { transferId, phase, transferOn })];
}

/** EHC-46: with the final plan stands the next setting, from the day of the transfer. */
export function namePhaseSetting(command: Of<'NamePhaseSetting'>, plan: Plan): EhcFact[] {
  const { on, placement } = command;
  requireInForce(plan, on);
  const transfer = transferOf(plan, command.transferId);
  const naming = namingOf(plan, transfer);
  if (naming) throw already('The plan that names the next setting', naming.on, 'Correct its date if it is wrong.');
  requireIssue(plan, transfer, on);
  const next = placement ? undefined : nextPlacement(plan, transfer);
  const placementId = placement?.placementId ?? next?.id;
  if (placementId === undefined) {
    throw refuse('EHC-46', 'Which setting, or which type, does the plan name?', {
      help: 'Say the placement from the day of the transfer: without it the plan does not name one.',
      fields: [{ field: 'kind', problem: 'which setting or type the plan names is missing' }],
    });
  }
  const named = events.phaseNamed.fact(on, { transferId: transfer.id, placementId });
  if (!placement) return [named];
  const from = placement.from ?? transfer.transferOn.on;
  return [events.placementRecorded.fact(earliest(on, from), { ...placement, from }), named];
}

/** A plan issued without a review of this cycle may name the setting, and is recorded; the limit it does not meet. */
function requireIssue(plan: Plan, transfer: PhaseTransfer, on: CivilDate): void {
  if (plan.finals.some((final) => final.on <= on && isOfCycle(final.on, transfer))) return;
  throw refuse('EHC-40', 'No final plan has been issued in the twelve months before this transfer.', {
    help: 'Record the review of this transfer and the final plan that followed it first: an earlier plan does not count.',
  });
}

/** A placement that is recorded ahead, from the day of the transfer on. */
const nextPlacement = (plan: Plan, { transferOn }: PhaseTransfer) =>
  plan.placements.find(({ from }) => from !== undefined && from.on >= transferOn.on);

function transferOf(plan: Plan, id: string | undefined): PhaseTransfer {
  const open = plan.transfers.filter((each) => (id === undefined ? !namingOf(plan, each) : each.id === id));
  const found = open[open.length - 1];
  if (found) return found;
  if (id !== undefined) throw missing('phase transfer');
  throw invalid('transferId', 'no phase transfer is expected', 'EHC-40');
}
