// Records that a case was discussed at the interface meeting.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import {
  attendeeRoles,
  interfaceDecisions,
  interfaceManners,
  type AttendeeRole,
  type InterfaceDecision,
} from '../domain/codes.js';
import { consentOfAll } from '../domain/consent.js';
import { idFromText } from '../../../kernel/ids.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class DiscussAtInterfaceBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) meetingId: string;
  @ApiProperty({
    enum: interfaceManners,
    description: 'Named needs consent; override needs one on the record (TRN-44)',
  })
  @IsIn(interfaceManners)
  manner: (typeof interfaceManners)[number];
  @ApiProperty({ type: [String], description: 'Codes of the adult services at the meeting' })
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  recipients: string[];
  @ApiProperty({
    required: false,
    enum: interfaceDecisions,
    description: 'What the meeting came to; not when anonymised',
  })
  @IsOptional()
  @IsIn(interfaceDecisions)
  decision?: InterfaceDecision;
  @ApiProperty({ required: false, description: 'What was said, in short; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  minute?: string;
  @ApiProperty({ required: false, description: 'What is to be done; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  action?: string;
  @ApiProperty({ required: false, enum: attendeeRoles, description: 'Who does it' })
  @IsOptional()
  @IsIn(attendeeRoles)
  actionBy?: AttendeeRole;
  @ApiProperty({ required: false, example: '2026-12-15' }) @IsOptional() @IsCivilDate() actionDueOn?: CivilDate;
}

export const discussAtInterface = useCase({
  name: 'DiscussAtInterface',
  post: 'api/v1/transitions/:transitionId/interface-discussions',
  section: 'Transitions',
  does: 'Record the discussion of a case at the interface meeting',
  rules: ['TRN-43', 'TRN-44', 'AMB-05'],
  who: {
    roles: ['system', 'camhs-clinician'],
    because: 'CAMHS brings the case to the meeting and answers for the consent (TRN-44).',
  },
  input: DiscussAtInterfaceBody,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, details, on, context }, cases) => {
    const { person } = await cases.read(id);
    const meetingId = idFromText('interface-meeting', details.meetingId);
    const all = person.consents[discussWithAdultServices] ?? [];
    const consents = consentOfAll(all, details.recipients, on);
    return cases.run(id, { type: 'DiscussAtInterface', on, ...details, meetingId, consents }, context);
  },
});
