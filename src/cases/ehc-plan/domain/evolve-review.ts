// Folds the review up to its report.
import type { PastEventOf } from '../../../kernel/events.js';
import type { Advice } from './cycle-state.js';
import { withCycle } from './cycles.js';
import type { reviewEvents } from './events-review.js';
import { entryOf, furtherEntry, type Plan } from './state.js';

export type ReviewEvent = PastEventOf<typeof reviewEvents>;

export function evolveReview(plan: Plan, event: ReviewEvent): Plan {
  const entry = entryOf(event);
  const { cycleId } = event.data;
  const advised = (advice: Omit<Advice, 'on' | 'eventId'>) =>
    withCycle(plan, cycleId, (cycle) => ({ advice: [...cycle.advice, { ...entry, ...advice }] }));
  switch (event.type) {
    case 'ReviewCycleOpened':
      return withCycle(plan, cycleId, () => ({ opened: { ...entry, kind: event.data.kind } }));
    case 'InvitationSent': {
      const { role, channel, meetingOn } = event.data;
      const invitation = { ...entry, role, channel, meetingOn: furtherEntry(event, 'meetingOn', meetingOn)! };
      return withCycle(plan, cycleId, (cycle) => ({ invitations: [...cycle.invitations, invitation] }));
    }
    case 'AdviceRequested': {
      const { role, channel, dueOn } = event.data;
      return advised({ role, step: 'requested', channel, dueOn: furtherEntry(event, 'dueOn', dueOn) });
    }
    case 'AdviceChased':
      return advised({ role: event.data.role, step: 'chased', channel: event.data.channel });
    case 'AdviceReceived': {
      const dated = furtherEntry(event, 'adviceDatedOn', event.data.adviceDatedOn);
      return advised({ role: event.data.role, step: 'received', dated });
    }
    case 'AdviceDeclined':
      return advised({ role: event.data.role, step: 'declined' });
    case 'AdviceNilReturnReceived':
      return advised({ role: event.data.role, step: 'nil' });
    case 'AdviceCirculated':
      return advised({ role: event.data.role, step: 'circulated' });
    case 'InterimReviewConsidered':
      return withCycle(plan, cycleId, () => ({ interim: entry }));
    case 'ReviewMeetingPlanned': {
      const planned = { ...entry, meetingOn: furtherEntry(event, 'meetingOn', event.data.meetingOn)! };
      return withCycle(plan, cycleId, (cycle) => ({ arranged: [...cycle.arranged, planned] }));
    }
    case 'ReviewMeetingHeld': {
      const { cycleId: _, ...meeting } = event.data;
      return withCycle(plan, cycleId, () => ({ meeting: { ...entry, ...meeting } }));
    }
    case 'ReviewReportSent': {
      const { recommends, sentTo } = event.data;
      return withCycle(plan, cycleId, () => ({ report: { ...entry, recommends, sentTo } }));
    }
    case 'OutcomeStated': {
      const { outcome, source } = event.data;
      return withCycle(plan, cycleId, (cycle) => ({ stated: [...cycle.stated, { ...entry, outcome, source }] }));
    }
    case 'ReviewPointRecorded': {
      const { point, finding } = event.data;
      return withCycle(plan, cycleId, ({ points }) => ({ points: [...points, { ...entry, point, finding }] }));
    }
  }
}
