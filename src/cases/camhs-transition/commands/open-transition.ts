// Opens a transition for a young person who is open to CAMHS.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { protocolOn } from '../domain/protocols.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

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

export const openTransition = useCase({
  name: 'OpenTransition',
  post: 'api/v1/transitions',
  section: 'Transitions',
  does: 'Open a transition; the protocol is pinned',
  rules: ['AMB-06', 'TRN-03'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'CAMHS opens the case; adult services receive, they do not open it (TRN-03, TRN-20).',
  },
  input: OpenTransitionBody,
  uses: [TransitionCases],
  handle: async ({ details, on, context }, cases) => {
    const { personId, referredOn, team, variant, send } = details;
    const { birthDate, send: sendOnRecord } = await cases.personOnRecord(personId);
    const protocol = protocolOn(on, variant);
    const id = idFrom(context.commandId, 'transition');
    return cases.open(
      id,
      { type: 'Open', on, personId, referredOn, team, protocol, send: send ?? sendOnRecord, birthDate },
      context,
    );
  },
});
