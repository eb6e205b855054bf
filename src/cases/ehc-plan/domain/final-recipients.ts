// Who must get a final plan after a notice, and who has got it by when (EHC-29).
import { earliestOf, latestOf, type Entry } from './entries.js';
import { attendsSetting } from './schooling.js';
import type { FinalPlan, Plan } from './state.js';
import { recipients, type Recipient } from './words.js';

/** The family, the institution where there is one, and the ICB. */
export const requiredRecipients = (plan: Plan, on: Entry['on']): readonly Recipient[] =>
  recipients.filter((each) => each !== 'setting' || attendsSetting(plan, on));

const gotIt = (final: FinalPlan, recipient: Recipient): Entry | undefined =>
  earliestOf([final, ...(final.copies ?? [])].filter(({ recipients: to }) => to.includes(recipient)));

export const withoutFinal = (plan: Plan, final: FinalPlan): readonly Recipient[] =>
  requiredRecipients(plan, final.on).filter((each) => !gotIt(final, each));

/** The sending by which the last of them has it; nothing while one has not. */
export function sentToAll(plan: Plan, final: FinalPlan): Entry | undefined {
  if (withoutFinal(plan, final).length > 0) return undefined;
  const sendings = requiredRecipients(plan, final.on).map((each) => gotIt(final, each));
  const last = latestOf(sendings);
  return last && { on: last.on, eventId: last.eventId };
}
