// Who leaves the list, and why; who comes back onto it; and whether a wait is still live (WAIT-43).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { personThen } from '../../engine/person/person-then.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import type { Journal } from '../../store/journal.js';
import {
  requireNotBeforeStart,
  requireNotRemoved,
  requireOnList,
  requireReason,
  requireReceived,
} from './domain/checks.js';
import { removalReasons, validationOutcomes, type RemovalReason, type ValidationOutcome } from './domain/codes.js';
import { waitEvents as events } from './domain/events.js';
import { lastRun } from './domain/state.js';
import { waitKind } from './domain/wait-kind.js';
import { waitUseCase } from './wait-use-case.js';

export class Removal extends Dated {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) reason: RemovalReason;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

interface Removed {
  readonly on: CivilDate;
  readonly reason: RemovalReason;
  readonly note?: string;
  /** What the person's own record says of a death; left out by a loaded list, which knows nothing of it. */
  readonly diedOn?: CivilDate | 'not-on-record';
}

export const removeFromList = waitUseCase({
  name: 'RemoveFromList',
  asks: 'Remove',
  post: 'api/v1/waits/:id/removals',
  does: 'Take a wait off the list',
  rules: ['WAIT-43'],
  input: Removal,
  uses: [CommandRunner],
  async command({ at: { id }, input, today }, { journal }) {
    const { reason, note } = input;
    const diedOn = reason === 'died' ? await deathOf(journal, id) : undefined;
    const on = input.on ?? (diedOn === undefined || diedOn === 'not-on-record' ? today : diedOn);
    return { on, reason, note, diedOn };
  },
  decide({ on, reason, note, diedOn }: Removed, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotBeforeStart(wait, on);
    if (!reason) throw refuse('WAIT-43', 'Nobody leaves the list without a reason.');
    if (reason === 'removed-after-validation' && !wait.validated) {
      throw refuse('WAIT-43', 'This wait was never validated, so it cannot be removed after validation.', {
        help: 'Record the validation and its outcome first.',
      });
    }
    if (reason === 'died' && diedOn !== undefined) requireDeath(on, diedOn);
    return [events.removedFromList.fact(on, { reason, note })];
  },
  noForm: missing,
});

async function deathOf(journal: Journal, id: string): Promise<CivilDate | 'not-on-record'> {
  const { state } = await journal.load(waitKind, id);
  const { diedOn } = await personThen(journal, state.personId ?? '');
  return diedOn ?? 'not-on-record';
}

/** One truth about a death, on the person's own record: every other list and letter rests on it. */
function requireDeath(on: CivilDate, diedOn: CivilDate | 'not-on-record'): void {
  if (diedOn === 'not-on-record')
    throw refuse('WAIT-43', 'No death is on record for this young person.', {
      help: 'Record it on their own record first: then no list and no letter asks for them any more.',
    });
  if (on !== diedOn)
    throw refuse('WAIT-43', 'The wait ended on the day of the death that is on record, not on another.', {
      help: 'Leave the day out, or correct the day of the death.',
    });
}

export class Reinstatement extends Dated {
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const reinstateWait = waitUseCase({
  name: 'ReinstateWait',
  asks: 'Reinstate',
  post: 'api/v1/waits/:id/reinstatements',
  does: 'Put a wait back on the list that had been ended in error',
  rules: ['WAIT-43', 'WAIT-44'],
  input: Reinstatement,
  /** Undoes what ended the wait, one thing at a time: the removal, then the stop and the contact that brought it about. */
  decide({ on, reason }: { readonly on: CivilDate; readonly reason: string }, wait) {
    requireReceived(wait);
    const end = lastRun(wait)?.end;
    if (!wait.removed && !end) throw refuse('WAIT-43', 'This wait is on the list and its clock is running.');
    requireReason(reason, 'WAIT-43');
    if (wait.removed || !end) return [events.reinstated.fact(on, { undone: 'removal', reason })];
    const undone = events.reinstated.fact(on, { undone: 'clock-stop', reason });
    const byContact = end.how === 'first-contact' || (end.how === 'help-started' && wait.firstContact?.on === end.on);
    return byContact ? [undone, events.reinstated.fact(on, { undone: 'first-contact', reason })] : [undone];
  },
  noForm: missing,
});

export class Validation extends Dated {
  @ApiProperty({ enum: validationOutcomes }) @IsIn(validationOutcomes) outcome: ValidationOutcome;
}

export const validateWait = waitUseCase({
  name: 'ValidateWait',
  asks: 'Validate',
  post: 'api/v1/waits/:id/validations',
  does: 'Record that the wait was checked to be live',
  rules: ['WAIT-31', 'WAIT-43'],
  input: Validation,
  decide({ on, outcome }: { readonly on: CivilDate; readonly outcome: ValidationOutcome }, wait) {
    requireOnList(wait);
    requireNotBeforeStart(wait, on);
    return [events.validated.fact(on, { outcome })];
  },
  noForm: missing,
});
