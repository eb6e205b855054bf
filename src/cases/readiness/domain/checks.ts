// What several rules ask before a fact about a programme is recorded.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound, OnwardError, refuse } from '../../../kernel/errors.js';
import type { Help, Link, Programme, Started } from './state.js';

/** Error: `not-found` before the first fact. */
export function requireStarted({ started }: Programme): Started {
  if (!started) throw new OnwardError('not-found', { detail: 'There is no readiness programme with this id.' });
  return started;
}

/** Error: `refused-by-rule` after it ended. */
export function requireRunning(state: Programme): Started {
  const started = requireStarted(state);
  if (state.ended)
    throw refuse('RSG-03', `This programme ended on ${formatDate(state.ended.on)}.`, {
      help: 'If that was an error, take the ending back first.',
    });
  return started;
}

/** Nothing of a programme happens before it began. */
export function requireNotBeforeStart(state: Programme, on: CivilDate, field = 'on', rule = 'RSG-01'): void {
  const { on: start } = requireStarted(state);
  if (on < start)
    throw invalid(field, `must not be before ${formatDate(start)}, the day on which the programme began`, rule);
}

/** Nothing becomes of a link before it was given. */
export function requireGivenBy({ on: given }: Link, on: CivilDate): void {
  if (on < given) throw invalid('on', `must not be before ${formatDate(given)}, when the link was given`, 'RSG-04');
}

/** What is agreed for a day lies on it or ahead of the day on which it was agreed. */
export function requireAhead(to: CivilDate | undefined, on: CivilDate, field: string, rule: string): void {
  if (to !== undefined && to < on)
    throw invalid(field, `must not be before ${formatDate(on)}, the day on which it was agreed`, rule);
}

export function requireWords(text: string | undefined, field: string, rule: string): void {
  if (!text?.trim()) throw invalid(field, 'is needed, in words', rule);
}

/** Help that is still wanted. Errors: `not-found`; `refused-by-rule` where it was given. */
export function openHelpOf({ helps }: Programme, helpId: string, on: CivilDate): Help {
  const help = Object.hasOwn(helps, helpId) ? helps[helpId] : undefined;
  if (!help) throw notFound('help that was asked for', helpId);
  if (help.addressed) throw refuse('RSG-07', `This was seen to on ${formatDate(help.addressed.on)}.`);
  if (on < help.on) throw invalid('on', `must not be before ${formatDate(help.on)}, when it was asked for`, 'RSG-07');
  return help;
}
