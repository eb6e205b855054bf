// From what a process manager orders to the command that says it: a task is kept true, or a plan is made known on its person's record.
import { planKnown } from '../ehc/follow-ups/known-plan.js';
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Order } from '../processing/process-managers/react.js';
import type { KeepTask } from '../tasks/commands/keep-task.js';
import { keepingOf } from '../tasks/order-to-command.js';
import { KnowEhcPlan } from '../young-people/commands/know-ehc-plan.js';

export function commandOf(order: Order, today: CivilDate): KeepTask | KnowEhcPlan {
  const { change, caseId, context } = order;
  const { kind, personId, cause } = change.wanted;
  if (kind !== planKnown) return keepingOf(order, today);
  const told = (how: 'held' | 'ended' | 'withdrawn', on: CivilDate) =>
    new KnowEhcPlan(personId, { planId: caseId, how }, on, context);
  switch (change.type) {
    case 'Settle':
      return told('ended', change.by.on);
    case 'Withdraw':
      return told('withdrawn', cause.on);
    case 'Open':
    case 'Move':
    case 'Unsettle':
      return told('held', cause.on);
  }
}
