// What many decisions ask first: is there a plan, is it in force, which review or amendment is meant.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { CycleRef, TrackRef } from './commands.js';
import { amendmentNoticeOf, outcomeOf, type Cycle, type Track } from './cycle-state.js';
import { cycleOn, unused } from './cycles.js';
import { latestOf } from './entries.js';
import { endOf } from './standing.js';
import type { Plan } from './state.js';

export const missing = (what: string): OnwardError =>
  new OnwardError('not-found', { detail: `There is no such ${what}.` });

export const already = (what: string, on: CivilDate, help: string): OnwardError =>
  new OnwardError('already-exists', { detail: `${what} is recorded already, on ${formatDate(on)}.`, help });

export function requirePlan(plan: Plan): void {
  if (!plan.made) throw missing('EHC plan');
}

/** What is dated after the end cannot be said of this plan; what happened before may still be recorded late. */
export function requireInForce(plan: Plan, on: CivilDate): void {
  requirePlan(plan);
  const end = endOf(plan);
  if (!end || on <= end.on) return;
  throw refuse(plan.movedOut ? 'EHC-51' : 'EHC-66', `The plan ended here on ${formatDate(end.on)}.`, {
    help: 'Record only what happened up to that day, or correct the date on which it ended.',
  });
}

/** The review by its id; else the one under way on that day; else a new one, which this first step opens. */
export function cycleFor(plan: Plan, { cycleId, newCycleId }: CycleRef, on: CivilDate): Cycle {
  if (cycleId === undefined) return cycleOn(plan, on) ?? unused(plan, newCycleId);
  const cycle = plan.cycles.find(({ id }) => id === cycleId);
  if (!cycle) throw missing('review');
  return cycle;
}

/** A second thing by the same id would take the place of the first. */
export function requireFresh(known: readonly { readonly id: string }[], id: string, what: string): void {
  if (known.some((each) => each.id === id)) {
    throw new OnwardError('already-exists', { detail: `${what} by this id is recorded already.` });
  }
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

export function requireText(field: string, value: string | undefined, rule: string): string {
  if (value === undefined || value.trim() === '') throw invalid(field, 'must be given', rule);
  return value;
}
