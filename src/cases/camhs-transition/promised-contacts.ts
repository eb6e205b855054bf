// The contacts that the joint plan promises for the months after the transfer: made, or missed and by whom (TRN-08).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { contactKinds, missedBy } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { opened } from './domain/guards.js';
import type { Transition } from './domain/state.js';
import { bothSides, forPromiser, transitionUseCase } from './transition-use-case.js';

type Kind = (typeof contactKinds)[number];

const who = { roles: bothSides, because: 'The services that promised the contact record it (TRN-08).' };

export class MakePromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: Kind;
  @ApiProperty({ description: 'The service or role that made it' }) @IsString() @Length(1, 60) by: string;
}

interface Made {
  readonly on: CivilDate;
  readonly kind: Kind;
  readonly by: string;
}

export const makePromisedContact = transitionUseCase({
  name: 'MakePromisedContact',
  asks: 'MakePromisedContact',
  post: 'api/v1/transitions/:transitionId/promised-contacts/made',
  does: 'Record a contact that the joint plan promised',
  rules: ['TRN-08'],
  who,
  input: MakePromisedContactBody,
  noForm: missing,
  run: forPromiser,
  decide({ on, kind, by }: Made, state) {
    promised(state, kind);
    return [events.promisedContactMade.fact(on, { kind, by })];
  },
});

export class MissPromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: Kind;
  @ApiProperty({ description: 'The service or role that was to make it' }) @IsString() @Length(1, 60) by: string;
  @ApiProperty({ enum: missedBy }) @IsIn(missedBy) missedBy: (typeof missedBy)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

interface Missed extends Made {
  readonly missedBy: (typeof missedBy)[number];
  readonly reason?: string;
}

export const missPromisedContact = transitionUseCase({
  name: 'MissPromisedContact',
  asks: 'MissPromisedContact',
  post: 'api/v1/transitions/:transitionId/promised-contacts/missed',
  does: 'Record that a promised contact did not happen',
  rules: ['TRN-08'],
  who,
  input: MissPromisedContactBody,
  noForm: missing,
  run: forPromiser,
  decide({ on, kind, by, missedBy: whose, reason }: Missed, state) {
    promised(state, kind);
    return [events.promisedContactMissed.fact(on, { kind, by, missedBy: whose, reason })];
  },
});

function promised(state: Transition, kind: Kind): void {
  opened(state);
  if (!state.plan?.promises.some((promise) => promise.kind === kind)) {
    throw refuse('TRN-08', 'The joint plan promises no contact of this kind.');
  }
}
