// A death and a move away, and what was wrong about either (REC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import {
  departures,
  departureSources,
  youngPersonEvents as events,
  type DataOf,
  type Departure,
  type DepartureSource,
} from '../../engine/person/domain/events.js';
import type { StandingDeparture, YoungPerson } from '../../engine/person/domain/state.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { date, one, optionsOf, reason as reasonAsked } from '../../engine/web/forms/questions.js';
import { paths } from './paths.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { personUseCase } from './person-use-case.js';

export class Death extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Why the date recorded before was wrong' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  correctionReason?: string;
}

export interface DeathSubject {
  readonly personId: string;
  readonly today: CivilDate;
}

const deathForm = formsAt<DeathSubject, never>('death');

/** `correctedOn`: the day on which it is said, where that corrects another date. */
interface Died {
  readonly on: CivilDate;
  readonly source?: DepartureSource;
  readonly correctionReason?: string;
  readonly correctedOn: CivilDate;
}

export const recordDeath = personUseCase({
  name: 'RecordDeath',
  asks: 'RecordDeath',
  post: 'api/v1/young-people/:personId/death',
  does: 'Record a death; `on` is its date',
  rules: ['REC-11'],
  input: Death,
  command: ({ details, on, today: correctedOn }) => ({ ...details, on, correctedOn }),
  /** Another date is a correction: it needs its reason, and is dated on the day on which it is made, as every correction. */
  decide({ on, source = 'not-recorded', correctionReason, correctedOn }: Died, person) {
    if (person.diedOn === on) return [];
    const before = theDeparture(person, 'death');
    if (!before) return [events.died.fact(on, { source })];
    if (!correctionReason?.trim()) {
      throw refuse('REC-11', 'A death is recorded already, for another date.', {
        help: 'To correct the date, say in `correctionReason` why it was wrong.',
      });
    }
    return [dateCorrected(correctedOn, before, on, correctionReason)];
  },
  forms: [
    deathForm({
      step: 'death',
      group: 'person',
      offers: () => [],
      title: 'Record a death',
      lead: 'Nothing is asked of anybody for this young person any more, in any of their cases. If it was somebody else it can be taken back, and everything goes on (REC-11).',
      button: 'Record the death',
      checkFirst:
        'You are about to say that this young person has died. Check that it is the right young person, and that it is certain.',
      recorded:
        'The death is recorded. Nothing is due for them any more; their open cases are closed one by one by those who hold them.',
      questions: () => ({
        on: date({ label: 'On which day did they die?', what: 'The day of the death' }),
        source: one<DepartureSource>({
          label: 'Who told of it?',
          options: optionsOf(departureSources),
          none: 'Say who told of it',
        }),
      }),
      sends: (input, { personId }) => ({ at: { personId }, input }),
    }),
  ],
  page: paths.deathRecorded.pattern,
});

export class MoveAway extends Dated {
  @ApiProperty({ required: false, enum: departureSources, description: 'Who told of it (default: not recorded)' })
  @IsOptional()
  @IsIn(departureSources)
  source?: DepartureSource;
  @ApiProperty({ required: false, description: 'Code of the local authority moved to' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  toAuthority?: string;
  @ApiProperty({ required: false, description: 'Where to, in words' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  to?: string;
}

export const recordMoveAway = personUseCase({
  name: 'RecordMoveAway',
  asks: 'RecordMoveAway',
  post: 'api/v1/young-people/:personId/moved-away',
  does: 'Record a move away',
  rules: [],
  input: MoveAway,
  command: ({ details: { source = 'not-recorded', ...rest }, on }) => ({ on, move: { ...rest, source } }),
  decide: ({ on, move }: { readonly on: CivilDate; readonly move: DataOf<'movedAway'> }, { movedOn }) =>
    movedOn === on ? [] : [events.movedAway.fact(on, move)],
  noForm: missing,
});

export class DepartureCorrection extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ example: '2026-05-01' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface Corrected {
  readonly on: CivilDate;
  readonly departure: Departure;
  readonly to: CivilDate;
  readonly reason: string;
}

export const correctDeparture = personUseCase({
  name: 'CorrectDeparture',
  asks: 'CorrectDeparture',
  post: 'api/v1/young-people/:personId/departure-corrections',
  does: 'Correct the date of a death or a move; the old one stays in the history',
  rules: ['REC-11', 'REC-24'],
  input: DepartureCorrection,
  decide({ on, departure, to, reason }: Corrected, person) {
    const before = needed(person, departure, reason);
    if (to > on) throw invalid('to', 'must not be after the day of the correction', 'REC-24');
    return before.on === to ? [] : [dateCorrected(on, before, to, reason)];
  },
  noForm: missing,
});

export class DepartureWithdrawal extends Dated {
  @ApiProperty({ enum: departures }) @IsIn(departures) departure: Departure;
  @ApiProperty({ description: 'What was wrong; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export interface DepartureSubject {
  readonly personId: string;
  readonly departure: Departure;
  readonly today: CivilDate;
}

const departureForm = formsAt<DepartureSubject, never>('departure');

interface TakenBack {
  readonly on: CivilDate;
  readonly departure: Departure;
  readonly reason: string;
}

export const withdrawDeparture = personUseCase({
  name: 'WithdrawDeparture',
  asks: 'WithdrawDeparture',
  post: 'api/v1/young-people/:personId/departure-withdrawals',
  does: 'Take back a death or a move that was recorded in error',
  rules: ['REC-11', 'REC-24'],
  input: DepartureWithdrawal,
  /** It was somebody else, or it is not so: from now on it was never true, and lists and deadlines go on. */
  decide({ on, departure, reason }: TakenBack, person) {
    const { eventId: correctsEventId } = needed(person, departure, reason);
    return [correctionFacts.withdrawn.fact(on, { correctsEventId, reason })];
  },
  forms: [
    departureForm({
      step: 'departure',
      group: 'person',
      offers: () => [],
      title: 'Take back what was recorded in error',
      lead: 'A death, or a move away, that was somebody else’s or never happened. What is due is asked for again from today on; the history keeps both, with your name and the reason (REC-11).',
      button: 'Take it back',
      checkFirst:
        'The young person counts as here again, and what is due of their cases is asked for again. Check that it is the right young person.',
      recorded: 'It is taken back. What is due of their cases is asked for again.',
      questions: () => ({
        reason: reasonAsked({
          label: 'What was wrong?',
          hint: 'Kept sealed',
          none: 'Enter what was wrong (REC-11)',
        }),
      }),
      sends: ({ reason }, { personId, departure, today: on }) => ({
        at: { personId },
        input: { departure, reason, on },
      }),
    }),
  ],
  page: paths.departureWithdrawn.pattern,
});

const theDeparture = ({ departures: all }: YoungPerson, what: Departure): StandingDeparture | undefined =>
  all.findLast((one) => one.what === what);

const dateCorrected = (
  on: CivilDate,
  { eventId: correctsEventId, on: from }: StandingDeparture,
  to: CivilDate,
  reason: string,
) => correctionFacts.corrected.fact(on, { correctsEventId, changes: [{ field: 'occurredOn', from, to }], reason });

function needed(person: YoungPerson, what: Departure, reason: string): StandingDeparture {
  if (reason.trim() === '') throw invalid('reason', 'must say what was wrong', 'REC-11');
  const there = theDeparture(person, what);
  if (!there) throw new OnwardError('not-found', { detail: `There is no ${what} on record for this person.` });
  return there;
}
