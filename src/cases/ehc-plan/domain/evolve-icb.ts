// Folds changes of the ICB.
import type { PastEventOf } from '../../../kernel/events.js';
import type { icbEvents } from './events-icb.js';
import { change, entryOf, furtherEntry, type IcbChange, type Plan } from './state.js';

export type IcbEvent = PastEventOf<typeof icbEvents>;

export function evolveIcb(plan: Plan, event: IcbEvent): Plan {
  const entry = entryOf(event);
  const onIcb = (id: string, part: Partial<IcbChange>): Plan => ({
    ...plan,
    icbChanges: change(plan.icbChanges, id, part),
  });
  switch (event.type) {
    case 'IcbChangeKnown': {
      const { changeId, toIcb, movesOn } = event.data;
      const known = plan.icbChanges.find(({ id }) => id === changeId);
      const first = known ?? { ...entry, id: changeId };
      const changed = { ...first, toIcb, movesOn: furtherEntry(event, 'movesOn', movesOn)! };
      return { ...plan, icbChanges: [...plan.icbChanges.filter(({ id }) => id !== changeId), changed] };
    }
    case 'NewIcbNotified':
      return onIcb(event.data.changeId, { notified: entry });
    case 'NewIcbJudgedProvision': {
      const { changeId, awareOn, canSecure } = event.data;
      return onIcb(changeId, { judged: { ...entry, canSecure, awareOn: furtherEntry(event, 'awareOn', awareOn)! } });
    }
    case 'IcbRequestReceived':
      return onIcb(event.data.changeId, { requested: { ...entry, asksFor: event.data.asksFor } });
    case 'IcbRequestMet':
      return onIcb(event.data.changeId, { met: { ...entry, by: event.data.by } });
  }
}
