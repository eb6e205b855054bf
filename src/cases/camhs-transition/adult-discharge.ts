// Discharge from the adult service: never on a first missed appointment, and never into a gap (TRN-27, TRN-01).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { stateAfter } from '../../kernel/history.js';
import { everAttended, missesOf, unanswered } from './domain/appointments.js';
import { dischargeReasons } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { hasGap, needed, opened } from './domain/guards.js';
import { servicesThatLetGo } from './domain/receiving.js';
import type { Transition } from './domain/state.js';
import { transitionKind } from './domain/transition-kind.js';
import { forService, transitionUseCase } from './transition-use-case.js';

type Reason = (typeof dischargeReasons)[number];

export class DischargeFromAdultServiceBody extends Dated {
  @ApiProperty({ enum: dischargeReasons }) @IsIn(dischargeReasons) reason: Reason;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

interface Discharge {
  readonly on: CivilDate;
  readonly reason: Reason;
  readonly note?: string;
}

export const dischargeFromAdultService = transitionUseCase({
  name: 'DischargeFromAdultService',
  asks: 'DischargeFromAdultService',
  post: 'api/v1/transitions/:transitionId/adult-discharge',
  does: 'Record a discharge from the adult service; never on a first missed appointment',
  rules: ['TRN-27'],
  who: { roles: ['system', 'adult-clinician'], because: 'Only the adult service discharges from it (TRN-27).' },
  input: DischargeFromAdultServiceBody,
  noForm: missing,
  run: forService((state, { on }) => servicesThatLetGo(state, on)),
  /** TRN-27: whoever never came is contacted and gets a further chance before anybody discharges them. */
  decide({ on, reason, note }: Discharge, state, entries) {
    opened(state);
    const attended = everAttended(state);
    if (!attended && !endsWithoutThem.has(reason)) mayEndUnseen(on, reason, state);
    if (reason === 'other') needed(note, 'note', 'says what the reason is', 'TRN-27');
    const discharged = events.adultDischarged.fact(on, { reason, everAttended: attended, note });
    if (state.closed && hasGap(stateAfter(transitionKind, state, entries, [discharged])))
      throw refuse(
        'TRN-01',
        'The case was closed to CAMHS after this discharge: nobody would have had the young person.',
        { help: 'Withdraw the closure first: CAMHS then has the case again.' },
      );
    return [discharged];
  },
});

/** What happened to the young person, whether or not the service had seen them. */
const endsWithoutThem: ReadonlySet<Reason> = new Set<Reason>(['moved', 'died']);

function mayEndUnseen(on: CivilDate, reason: Reason, state: Transition): void {
  const help =
    'Contact the young person, offer another appointment, and refer back to the named worker if they still do not come.';
  const [notKnown] = unanswered(state, on);
  if (notKnown)
    throw refuse('TRN-27', `What happened at the appointment of ${formatDate(notKnown.bookedFor)} is not on record.`, {
      help: 'Record first that it was kept, or that it was missed.',
    });
  const misses = missesOf(state);
  if (reason === 'needs-met' && state.met === undefined)
    throw refuse(
      'TRN-27',
      'Nobody of the adult service has seen the young person: that needs are met cannot be known.',
      {
        help: misses.length > 0 ? help : 'Book a first appointment, or say another reason.',
      },
    );
  if (misses.length === 0 && reason !== 'not-engaging') return;
  if (misses.length < 2)
    throw refuse('TRN-27', 'An adult service may not discharge on a first missed appointment.', { help });
  if (misses.some(({ contacted }) => !contacted))
    throw refuse('TRN-27', 'The young person was not contacted after every missed appointment.', { help });
}
