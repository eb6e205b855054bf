// From what a process manager orders to the command that says it: a task is kept true; what is no task is said in a way of its own.
import { planKnown } from '../../cases/ehc-plan/follow-ups/known-plan.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Change } from '../../engine/processing/process-managers/changes.js';
import type { Order } from '../../engine/processing/process-managers/react.js';
import type { UseCaseMessage } from '../../engine/use-cases/use-case.js';
import { keepingOf } from '../../engine/tasks/order-to-command.js';
import { knowEhcPlan } from '../../cases/young-person/send-known.js';

type Saying = (order: Order, today: CivilDate) => UseCaseMessage;

const planIs = { Open: 'held', Move: 'held', Unsettle: 'held', Settle: 'ended', Withdraw: 'withdrawn' } as const;

/** A plan is made known on its person's record: from its day, or as of the day of its end. */
const planTold: Saying = ({ change, caseId, context }) => {
  const { personId, cause } = change.wanted;
  const on = dayOf(change, cause.on);
  return knowEhcPlan.of({}, { personId, planId: caseId, how: planIs[change.type], on }, context);
};

const dayOf = (change: Change, ofCause: CivilDate): CivilDate => (change.type === 'Settle' ? change.by.on : ofCause);

/** By the kind of what is wanted. */
const saidOtherwise: Readonly<Record<string, Saying | undefined>> = { [planKnown]: planTold };

export const commandOf: Saying = (order, today) => (saidOtherwise[order.change.wanted.kind] ?? keepingOf)(order, today);
