// Folds the notices and the final plan, on the review or the amendment without a review to which they belong.
import type { PastEventOf } from '../../../kernel/events.js';
import { newTrack, type Service, type Track } from './cycle-state.js';
import { withCycle } from './cycles.js';
import type { Entry } from './entries.js';
import type { noticeEvents } from './events-notice.js';
import { entryOf, type Plan } from './state.js';

export type NoticeEvent = PastEventOf<typeof noticeEvents>;

interface TrackRef {
  readonly cycleId?: string;
  readonly amendmentId?: string;
}

function onTrack(plan: Plan, { cycleId, amendmentId }: TrackRef, change: (track: Track) => Partial<Track>): Plan {
  if (cycleId !== undefined) return withCycle(plan, cycleId, change);
  if (amendmentId === undefined) return plan;
  const track = plan.amendments.find(({ id }) => id === amendmentId) ?? newTrack(amendmentId);
  const others = plan.amendments.filter(({ id }) => id !== amendmentId);
  return { ...plan, amendments: [...others, { ...track, ...change(track) }] };
}

/** A bounce undoes the last service by that channel; where none is on record, the letter came back before anybody said that it was served. */
function bounce(services: readonly Service[], channel: Service['channel'], bounced: Entry): readonly Service[] {
  const at = services.map((service) => service.channel === channel && !service.bounced).lastIndexOf(true);
  if (at < 0) return [...services, { ...bounced, channel, bounced }];
  return services.map((service, index) => (index === at ? { ...service, bounced } : service));
}

/** Where the bounce was recorded first, the letter that was served by then is the one that bounced. */
function serve(services: readonly Service[], service: Service): readonly Service[] {
  const at = services.findIndex(
    ({ channel, bounced, eventId, on }) =>
      channel === service.channel && bounced?.eventId === eventId && service.on <= on,
  );
  const { bounced } = services[at] ?? {};
  return bounced ? services.with(at, { ...service, bounced }) : [...services, service];
}

export function evolveNotice(plan: Plan, event: NoticeEvent): Plan {
  const entry = entryOf(event);
  switch (event.type) {
    case 'DecisionNoticeSent': {
      const { cycleId, reason: _, lacksReason: __, ...decision } = event.data;
      return withCycle(plan, cycleId, () => ({ decision: { ...entry, ...decision } }));
    }
    case 'AmendmentNoticeSent': {
      const { source, returnOn } = event.data;
      return onTrack(plan, event.data, () => ({ notice: { ...entry, source, returnOn } }));
    }
    case 'NoticeServed': {
      const service = { ...entry, channel: event.data.channel };
      return onTrack(plan, event.data, ({ services }) => ({ services: serve(services, service) }));
    }
    case 'NoticeBounced':
      return onTrack(plan, event.data, ({ services }) => ({ services: bounce(services, event.data.channel, entry) }));
    case 'RepresentationsReceived':
      return onTrack(plan, event.data, ({ representations }) => ({ representations: [...representations, entry] }));
    case 'RepresentationsWaived':
      return onTrack(plan, event.data, () => ({ waived: entry }));
    case 'AmendmentsDropped': {
      const { appealRightsGiven, lacks } = event.data;
      return onTrack(plan, event.data, () => ({ dropped: { ...entry, appealRightsGiven, lacks } }));
    }
    case 'FinalPlanCopied': {
      const { recipients } = event.data;
      const id = event.data.cycleId ?? event.data.amendmentId;
      const finals = plan.finals.map((final) =>
        final.track === id ? { ...final, copies: [...(final.copies ?? []), { ...entry, recipients }] } : final,
      );
      return { ...plan, finals };
    }
    case 'FinalPlanIssued': {
      const { cycleId, amendmentId, origin, recipients, issuedEarly, orderId } = event.data;
      return {
        ...plan,
        finals: [...plan.finals, { ...entry, origin, track: cycleId ?? amendmentId, recipients, issuedEarly, orderId }],
      };
    }
  }
}
