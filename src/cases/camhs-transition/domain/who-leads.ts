// Who leads a young person's care on a day, and who is called in a crisis (TRN-01a): CAMHS, the receiving service by its own name, or nobody here.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { destinationOf } from './destinations.js';
import { holdersOn } from './receiving.js';
import type { Received, Transition } from './state.js';

/** `camhs`, `nobody`, or the code of the service (TRN-50). */
export interface WhoLeads {
  readonly lead: string;
  readonly crisisContact: string;
}

const both = (who: string): WhoLeads => ({ lead: who, crisisContact: who });

/** Of a case as it stood on that day, while the young person lives. */
export function whoLeads(view: Transition, on: CivilDate): WhoLeads {
  const holders = whoHolds(view, on);
  const holder = theOne(view, holders);
  if (view.closed) return both(holder?.service ?? 'nobody');
  if (!holder) return both('camhs');
  // From the day on which they were received the service leads, unless it was agreed since then that CAMHS stays for a while (TRN-B2.4).
  const since = holders.map((one) => one.on).sort()[0] ?? holder.on;
  const said = view.leadSaid && view.leadSaid.on >= since ? view.leadSaid : undefined;
  const who = (agreed: 'camhs' | 'adult' | undefined) => (agreed === 'camhs' ? 'camhs' : holder.service);
  return { lead: who(said?.lead), crisisContact: who(said?.crisisContact) };
}

/** After a closure with no receiver nobody counts who had them before it: only who received them since. */
function whoHolds(view: Transition, on: CivilDate): readonly Received[] {
  const { closed } = view;
  const all = holdersOn(view, on);
  return closed && destinationOf(closed.destination).kind === 'none' ? all.filter((one) => one.on > closed.on) : all;
}

/** Of several that have them: the one they were closed to, else the one that was chosen, else the one that came last. */
function theOne({ closed, chosen }: Transition, holders: readonly Received[]): Received | undefined {
  const named = [closed?.destination, chosen?.destination].flatMap(
    (code) => holders.find(({ service }) => service === code) ?? [],
  );
  return named[0] ?? [...holders].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
}

/** Whether the closure says that the young person has died: then there is nobody to call. */
export const saidToHaveDied = ({ closed }: Transition): boolean => closed?.destination === 'DIED';
