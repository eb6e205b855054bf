// Records steps of the protocol, several at one meeting.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { attendeeRoles, stepOutcomes } from '../domain/codes.js';
import { consentToAny } from '../domain/consent.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class StepTakenBody {
  @ApiProperty({ example: 'TRN-A1.1' }) @IsString() @Length(1, 40) stepId: string;
  @ApiProperty({ enum: stepOutcomes }) @IsIn(stepOutcomes) outcome: (typeof stepOutcomes)[number];
  @ApiProperty({ required: false, description: 'A date that was agreed, such as that of the final meeting' })
  @IsOptional()
  @IsCivilDate()
  arrangedFor?: CivilDate;
  @ApiProperty({ required: false, description: 'Reference of the record that shows it' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
  @ApiProperty({ required: false, description: 'Why it was declined or not possible' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class RecordTransitionStepsBody extends Dated {
  @ApiProperty({ type: [StepTakenBody] })
  @ValidateNested({ each: true })
  @Type(() => StepTakenBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  steps: StepTakenBody[];
  @ApiProperty({ required: false, enum: attendeeRoles, isArray: true })
  @IsOptional()
  @IsIn(attendeeRoles, { each: true })
  attendees?: (typeof attendeeRoles)[number][];
}

export const recordTransitionSteps = useCase({
  name: 'RecordTransitionSteps',
  post: 'api/v1/transitions/:transitionId/steps',
  section: 'Transitions',
  does: 'Record steps of the protocol, all of one meeting at once',
  rules: ['AMB-06', 'TRN-40', 'TRN-45', 'TRN-B2.6'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'specialist-nurse'],
    because:
      'Both services take the steps of the protocol; adult services only for young people they may know of (TRN-44).',
  },
  input: RecordTransitionStepsBody,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, details, on, context }, cases) => {
    const { person } = await cases.read(id);
    const consent = consentToAny(person.consents[discussWithAdultServices] ?? [], on);
    return cases.run(id, { type: 'RecordSteps', on, ...details, birthDate: person.birthDate, consent }, context);
  },
});
