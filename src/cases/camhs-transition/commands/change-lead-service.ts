// Records the lead service and the crisis contact.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { leads } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class ChangeLeadServiceBody extends Dated {
  @ApiProperty({ enum: leads }) @IsIn(leads) lead: (typeof leads)[number];
  @ApiProperty({ enum: leads }) @IsIn(leads) crisisContact: (typeof leads)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const changeLeadService = useCase({
  name: 'ChangeLeadService',
  post: 'api/v1/transitions/:transitionId/lead-service',
  section: 'Transitions',
  does: 'Record who leads and who is the contact in a crisis',
  rules: ['TRN-B2.4', 'TRN-25'],
  who: {
    roles: ['system', 'camhs-clinician'],
    because: 'CAMHS stays the lead until the transfer and says when that ends (TRN-B2.4).',
  },
  input: ChangeLeadServiceBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'ChangeLeadService', on, ...details }, context),
});
