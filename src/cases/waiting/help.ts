// The elements that together say that help has started: on the day of the last one the clock stops (WAIT-22).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { requireNotBeforeStart, requireNotRemoved, requireReceived } from './domain/checks.js';
import { helpElements, type HelpElement } from './domain/codes.js';
import { waitEvents as events, type WaitFact } from './domain/events.js';
import { helpStartedOn, stopsAt } from './domain/pathway-rules.js';
import { runningClock, type Wait } from './domain/state.js';
import { waitUseCase } from './wait-use-case.js';

export class HelpElementGiven extends Dated {
  @ApiProperty({ enum: helpElements }) @IsIn(helpElements) element: HelpElement;
}

export const recordHelpElement = waitUseCase({
  name: 'RecordHelpElement',
  asks: 'RecordHelpElement',
  post: 'api/v1/waits/:id/help-elements',
  does: 'Record an element of help that was given',
  rules: ['WAIT-20', 'WAIT-22'],
  input: HelpElementGiven,
  decide({ on, element }: { readonly on: CivilDate; readonly element: HelpElement }, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotBeforeStart(wait, on);
    if (wait.pathway !== 'MH_CYP')
      throw refuse('WAIT-22', `Elements of help stop the clock of the pathway MH_CYP only, not of ${wait.pathway}.`);
    const before = wait.help[element];
    if (before) throw refuse('WAIT-22', `The first ${element} is on record already, on ${before.on}.`);
    const help = { ...wait.help, [element]: { on, eventId: '' } };
    return [events.helpElementRecorded.fact(on, { element }), ...helpStop({ ...wait, help })];
  },
  noForm: missing,
});

/** The stop that follows when the last element of help is on record; nothing while one is missing. */
export function helpStop(wait: Wait): readonly WaitFact[] {
  const running = runningClock(wait);
  if (!running || stopsAt(wait.pathway) !== 'help') return [];
  const on = helpStartedOn(wait);
  return on === undefined ? [] : [events.clockStopped.fact(on, { how: 'help-started' })];
}
