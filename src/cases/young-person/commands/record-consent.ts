// Records a decision on consent.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { checkMayOpen } from '../domain/consent-recording.js';
import { youngPerson } from '../domain/decide.js';
import {
  consentDeciders,
  consentDecisions,
  consentPurposeCodes,
  type ConsentDecider,
  type ConsentDecision,
} from '../../../engine/person/domain/events.js';
import { birthDateOf, PersonReader } from '../profile/person-reader.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class NewConsent extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: consentDecisions }) @IsIn(consentDecisions) decision: ConsentDecision;
  @ApiProperty({ enum: consentDeciders }) @IsIn(consentDeciders) decidedBy: ConsentDecider;

  @ApiProperty({ required: false, description: 'The contact who decided, when it was not the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  contactId?: string;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) why?: string;
}

export const recordConsent = useCase({
  name: 'RecordConsent',
  post: 'api/v1/young-people/:personId/consents',
  section: 'Young people',
  does: 'Record consent given, refused or withdrawn',
  rules: ['TRN-40', 'TRN-41', 'TRN-42', 'TRN-43'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse'],
    because:
      'Those who asked record the answer (TRN-40 to TRN-43); src/cases/young-person/domain/consent-recording.json says which consent each may record as given.',
  },
  input: NewConsent,
  uses: [CommandRunner, PersonReader],
  handle: async ({ at: { personId }, details: consent, on, context }, runner, reader) => {
    if (consent.decision === 'given') checkMayOpen(context.actor, consent.purpose, consent.recipient);
    const { profile } = await reader.read(personId);
    const birthDate = birthDateOf(profile, personId);
    const { parentalResponsibility } = profile.contacts[consent.contactId ?? ''] ?? {};
    const command = { type: 'RecordConsent', on, consent, birthDate, parentalResponsibility } as const;
    return runner.run(youngPerson, personId, command, context);
  },
});
