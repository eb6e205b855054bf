// Opening the case of a young person who is open to CAMHS: the protocol is pinned, and a late referral is known as one (AMB-06, TRN-03).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { transitionEvents as events } from './domain/events.js';
import { isLateReferral } from './domain/late-referral.js';
import { protocolOn } from './domain/protocols.js';
import { transitionUseCase } from './transition-use-case.js';

export class OpenTransitionBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ example: '2025-09-01', description: 'Day of the referral into CAMHS' })
  @IsCivilDate()
  referredOn: CivilDate;
  @ApiProperty({ description: 'The CAMHS team' }) @IsString() @Length(1, 60) team: string;

  @ApiProperty({
    required: false,
    enum: ['A', 'B'],
    description: 'Variant of the protocol; A is the joint one (AMB-06)',
  })
  @IsOptional()
  @IsIn(['A', 'B'])
  variant?: 'A' | 'B';

  @ApiProperty({
    required: false,
    description: 'SEND, an EHC plan or an expected long-term need (default: as on the record)',
  })
  @IsOptional()
  @IsBoolean()
  send?: boolean;
}

interface Opening {
  readonly on: CivilDate;
  readonly personId: string;
  readonly referredOn: CivilDate;
  readonly team: string;
  readonly protocol: { readonly pack: string; readonly version: number };
  readonly send: boolean;
  readonly birthDate: CivilDate;
}

export const openTransition = transitionUseCase({
  name: 'OpenTransition',
  asks: 'Open',
  post: 'api/v1/transitions',
  does: 'Open a transition; the protocol is pinned',
  rules: ['AMB-06', 'TRN-03'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'CAMHS opens the case; adult services receive, they do not open it (TRN-03, TRN-20).',
  },
  input: OpenTransitionBody,
  noForm: missing,
  newId: ({ context }) => idFrom(context.commandId, 'transition'),
  async command({ details: { variant, send, personId, referredOn, team }, on }, cases) {
    const { birthDate, send: sendOnRecord } = await cases.personOnRecord(personId);
    const protocol = protocolOn(on, variant);
    return { on, personId, referredOn, team, protocol, send: send ?? sendOnRecord, birthDate };
  },
  decide({ on, personId, referredOn, team, protocol, send, birthDate }: Opening, { opened: there }) {
    if (there) throw new OnwardError('already-exists', { detail: 'This transition is open already.' });
    if (referredOn < birthDate) throw invalid('referredOn', 'must not be before the birth');
    if (referredOn > on) throw invalid('referredOn', 'must not be after the day on which the case is opened');
    const late = isLateReferral(birthDate, referredOn);
    return [events.opened.fact(on, { personId, referredOn, team, protocol, send, late })];
  },
});
