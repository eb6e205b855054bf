// Folds consultations of schools, changes of the ICB, what is done in an appeal, and further points of a review.
import type { PastEventOf } from '../../../kernel/events.js';
import { withCycle } from './cycles.js';
import type { consultationEvents, icbEvents, pointEvents, tribunalEvents } from './events-further.js';
import { change } from './evolve-more.js';
import { entryOf, furtherEntry, type Appeal, type IcbChange, type Plan } from './state.js';

export type FurtherStepEvent = PastEventOf<
  typeof consultationEvents & typeof icbEvents & typeof tribunalEvents & typeof pointEvents
>;

export function evolveFurther(plan: Plan, event: FurtherStepEvent): Plan {
  const entry = entryOf(event);
  const onAppeal = (id: string, part: (appeal: Appeal) => Partial<Appeal>): Plan => ({
    ...plan,
    appeals: plan.appeals.map((appeal) => (appeal.id === id ? { ...appeal, ...part(appeal) } : appeal)),
  });
  const onIcb = (id: string, part: Partial<IcbChange>): Plan => ({
    ...plan,
    icbChanges: change(plan.icbChanges, id, part),
  });
  switch (event.type) {
    case 'SchoolConsulted': {
      const { consultationId, channel: _, ...school } = event.data;
      return { ...plan, consultations: [...plan.consultations, { ...entry, ...school, id: consultationId }] };
    }
    case 'SchoolReplied': {
      const replied = { ...entry, reply: event.data.reply };
      return { ...plan, consultations: change(plan.consultations, event.data.consultationId, { replied }) };
    }
    case 'ConsultationWithdrawn': {
      const ended = { ...entry, because: event.data.because };
      return { ...plan, consultations: change(plan.consultations, event.data.consultationId, { ended }) };
    }
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
    case 'AppealNoticeReceived':
      return onAppeal(event.data.appealId, () => ({ notice: entry }));
    case 'TribunalDateFixed': {
      const { appealId, directionId, act, dueOn } = event.data;
      const fixed = { ...entry, id: directionId, act, dueOn: furtherEntry(event, 'dueOn', dueOn)! };
      return onAppeal(appealId, (appeal) => ({ fixed: [...appeal.fixed, fixed] }));
    }
    case 'TribunalActDone': {
      const { appealId, act, directionId } = event.data;
      return onAppeal(appealId, (appeal) => ({ done: [...appeal.done, { ...entry, act, directionId }] }));
    }
    case 'AppealConceded':
      return onAppeal(event.data.appealId, () => ({ conceded: { ...entry, order: event.data.order } }));
    case 'ReviewPointRecorded': {
      const { cycleId, point, finding } = event.data;
      return withCycle(plan, cycleId, ({ points }) => ({ points: [...points, { ...entry, point, finding }] }));
    }
  }
}
