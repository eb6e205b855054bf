// Which review, or amendment without one, is meant: the one that is named, else the one under way on that day.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { amendmentNoticeOf, outcomeOf, type Cycle, type Track } from './cycle-state.js';
import { cycleOn, unused } from './cycles.js';
import { latestOf } from './entries.js';
import { missing } from './plan-in-force.js';
import type { Plan } from './state.js';

/** The review that it belongs to; left out, the dates decide, and `newCycleId` names the one that a first step opens. */
export interface CycleRef {
  readonly cycleId?: string;
  readonly newCycleId: string;
}

export interface TrackRef {
  readonly cycleId?: string;
  readonly amendmentId?: string;
}

/** The review by its id; else the one under way on that day; else a new one, which this first step opens. */
export function cycleFor(plan: Plan, { cycleId, newCycleId }: CycleRef, on: CivilDate): Cycle {
  if (cycleId === undefined) return cycleOn(plan, on) ?? unused(plan, newCycleId);
  const cycle = plan.cycles.find(({ id }) => id === cycleId);
  if (!cycle) throw missing('review');
  return cycle;
}

export const refOf = (plan: Plan, track: Track): TrackRef =>
  plan.cycles.some(({ id }) => id === track.id) ? { cycleId: track.id } : { amendmentId: track.id };

export const finalOf = (plan: Plan, track: Track) => plan.finals.find((final) => final.track === track.id);

/** The review or amendment by its id; else the latest one that waits for its final plan on that day. */
export function trackFor(plan: Plan, { cycleId, amendmentId }: TrackRef, on: CivilDate): Track {
  const tracks: readonly Track[] = [...plan.cycles, ...plan.amendments];
  const id = cycleId ?? amendmentId;
  if (id !== undefined) {
    const track = tracks.find((each) => each.id === id);
    if (!track) throw missing(cycleId === undefined ? 'amendment' : 'review');
    return track;
  }
  const startOf = (track: Track) => ('stated' in track ? (track as Cycle).decision : track.notice);
  const waiting = tracks.filter((track) => {
    const start = startOf(track);
    const amends = !('stated' in track) || outcomeOf(track as Cycle) === 'amend';
    return start && start.on <= on && amends && !track.dropped && !finalOf(plan, track);
  });
  const latest = latestOf(waiting.map(startOf));
  const found = waiting.find((track) => startOf(track) === latest);
  if (found) return found;
  throw refuse('EHC-24', 'No decision to amend waits for this on that day.', {
    help: 'Record the decision notice first, name the review, or record an amendment without a review (EHC-05).',
  });
}

export function requireNotice(track: Track): void {
  if (amendmentNoticeOf(track)) return;
  throw refuse('EHC-24', 'No notice with the proposed amendments has been sent.', {
    help: 'Record that notice first.',
  });
}
