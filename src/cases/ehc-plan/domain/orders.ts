// What the authority must do because the Tribunal ordered it, because it does not oppose an appeal, or because a mediation agreed it (EHC-76 to EHC-78).
import { ceasesOf } from './ceases.js';
import type { Entry } from './entries.js';
import type { Agreement, Appeal, Plan } from './state.js';
import type { AgreedAct, AppealOrder, OrderStep } from './words.js';

export interface Order {
  /** Of the appeal, or of the agreement. */
  readonly id: string;
  /** The name of its fact in the rules. */
  readonly kind: 'ordered' | 'conceded' | 'agreed';
  /** The day from which its time runs. */
  readonly start: Entry;
  readonly act: Exclude<AppealOrder, 'none'> | AgreedAct;
  readonly agreement?: Agreement;
}

export const ordersOf = (plan: Plan): readonly Order[] => [
  ...plan.appeals.flatMap((appeal) => ofAppeal(plan, appeal)),
  ...plan.agreements.map((agreement) => ({
    id: agreement.id,
    kind: 'agreed' as const,
    start: { on: agreement.on, eventId: agreement.eventId },
    act: agreement.act,
    agreement,
  })),
];

/** EHC-77: an appeal that is not opposed is complied with from the day on which the Tribunal was told, whenever it is closed. */
function ofAppeal(plan: Plan, appeal: Appeal): Order[] {
  const { id, conceded, determined } = appeal;
  const gaveWay = conceded ?? (determined?.result === 'conceded' ? determined : undefined);
  const start = gaveWay ?? determined;
  if (!start) return [];
  const act = gaveWay ? toldApart(gaveWay.order, appeal) : ordered(plan, appeal);
  if (act === undefined || act === 'none') return [];
  return [{ id, kind: gaveWay ? 'conceded' : 'ordered', start: { on: start.on, eventId: start.eventId }, act }];
}

/** An appeal about the school alone can lead to nothing but another school (reg 44(2)(f)), also where the order was recorded without its sections. */
const toldApart = (order: AppealOrder, { placementOnly }: Appeal): AppealOrder =>
  order === 'amend-unspecified' && placementOnly ? 'amend-placement' : order;

/** EHC-76: with an appeal against ceasing dismissed nothing stands in the way any more, whether or not the order says so. */
function ordered(plan: Plan, appeal: Appeal): AppealOrder | undefined {
  const { determined } = appeal;
  if (!determined) return undefined;
  const decided = ceasesOf(plan).some((cease) => cease.decided?.eventId === appeal.letterEventId);
  return decided && determined.result === 'dismissed' ? 'cease' : toldApart(determined.order, appeal);
}

const steps: Readonly<Record<Order['act'], readonly OrderStep[]>> = {
  assess: ['assessment-notified', 'no-plan-notified', 'draft-served', 'plan-issued'],
  'make-plan': ['draft-served', 'plan-issued'],
  'amend-provision': [],
  'amend-placement': [],
  'amend-unspecified': [],
  reconsider: ['reconsidered'],
  'keep-plan': [],
  cease: [],
  'not-appealable': ['agreed-done'],
};

/** What can be recorded as done under it. The plan that is amended by it is recorded as a final plan. */
export const stepsOfOrder = ({ act, agreement }: Order): readonly OrderStep[] =>
  agreement && !agreement.councilTookPart ? ['council-told', ...steps[act]] : steps[act];

export const isByPlan = ({ act }: Order): boolean =>
  ['assess', 'make-plan', 'amend-provision', 'amend-placement', 'amend-unspecified'].includes(act);

/** The plan that complies with it. Final plans of before they named their order: the first by order of the Tribunal since then. */
export const finalsBy = (plan: Plan, { id, kind, start }: Order) =>
  plan.finals.filter(({ origin, orderId, on }) =>
    orderId === undefined ? kind !== 'agreed' && origin === 'tribunal' && on >= start.on : orderId === id,
  );
