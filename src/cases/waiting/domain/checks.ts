// What several rules ask before a fact about a wait is recorded.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import { isOnList, lastRun, runningClock, type Run, type Wait } from './state.js';

export function requireReceived(wait: Wait): void {
  if (!wait.received) throw new OnwardError('not-found', { detail: 'There is no wait with this id.' });
}

export function requireNotRemoved({ removed }: Wait): void {
  if (!removed) return;
  throw refuse('WAIT-43', `This wait was removed from the list on ${removed.on}.`, {
    help: 'If that was an error, put it back on the list first.',
  });
}

export function requireOnList(wait: Wait): void {
  requireReceived(wait);
  requireNotRemoved(wait);
  if (isOnList(wait)) return;
  throw refuse('WAIT-43', `This wait was over on ${lastRun(wait)?.end?.on ?? 'an earlier day'}.`, {
    help: 'If that was an error, put it back on the list first.',
  });
}

export function requireRunningClock(wait: Wait): Run {
  const running = runningClock(wait);
  if (running) return running;
  const end = lastRun(wait)?.end;
  if (end?.how === 'nullified')
    throw refuse(
      'WAIT-03',
      `No clock is running: it was nullified on ${end.on} when the first appointment was missed.`,
      {
        help: 'Record the new date that was agreed: the new clock starts on the day of that agreement.',
      },
    );
  throw refuse('WAIT-02', `The clock was stopped on ${end?.on ?? 'an earlier day'}.`, {
    help: 'If that was an error, put the wait back on the list first.',
  });
}

/** Nothing of a wait happens before its clock started. */
export function requireNotBeforeStart(wait: Wait, on: CivilDate, field = 'on'): void {
  const start = lastRun(wait)?.start;
  if (start === undefined || on >= start) return;
  throw invalid(
    field,
    `must not be before the clock start (${start}); correct the clock start if that is what is wrong`,
    'WAIT-01',
  );
}

export function requireReason(reason: string, rule: string, field = 'reason'): void {
  if (reason.trim() === '') throw invalid(field, 'is needed, in words', rule);
}
