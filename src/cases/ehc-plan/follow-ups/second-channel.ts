// A notice bounced: nobody was served by it, so it has to go out by another channel (R14). The fifteen days run from service (EHC-25).
import { processManager, type WantedTask } from '../../../engine/processing/process-managers/process-manager.js';
import type { Track } from '../domain/cycle-state.js';
import { ehcPlanKind } from '../domain/plan-kind.js';
import type { EhcFact } from '../domain/events.js';
import { endOf } from '../domain/plan-status.js';
import type { Plan } from '../domain/state.js';

export const secondChannel = processManager<Plan, EhcFact>(ehcPlanKind, {
  name: 'second-channel',
  words: {
    when: 'A notice bounced, and no other channel reached the family',
    then:
      'A task for the caseworker to send it by a second channel, due two days after the bounce unless changed. It is done when a ' +
      'service by any channel is recorded, and goes when the bounce is withdrawn or the plan has ended.',
    rules: ['R14', 'EHC-25'],
  },
  pathway: 'ehc',
  wakes: new Set<EhcFact['type']>([
    'NoticeBounced',
    'NoticeServed',
    'PlanCeased',
    'PlanMovedOut',
    'FactCorrected',
    'FactWithdrawn',
  ]),
  wanted: (_, plan) => [...plan.cycles, ...plan.amendments].flatMap((track) => ofTrack(plan, track)),
});

/** One for each letter's way to the family, however often it bounces: the latest bounce counts. */
function ofTrack(plan: Plan, { id, services }: Track): WantedTask[] {
  const { personId } = plan;
  const bounces = services.flatMap(({ on, bounced }) => (bounced ? [{ ...bounced, sentOn: on }] : []));
  const last = bounces.sort((a, b) => (a.on < b.on ? -1 : 1))[bounces.length - 1];
  if (!last || personId === undefined) return [];
  const reached = services.find(({ on, bounced }) => !bounced && on >= last.sentOn);
  if (endOf(plan) && !reached) return [];
  const { on, eventId } = last;
  const settledBy = reached && { on: reached.on, eventId: reached.eventId };
  return [{ key: `track ${id}`, kind: 'second-channel', personId, cause: { on, eventId }, settledBy }];
}
