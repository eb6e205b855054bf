// Records that something is shared without consent, and on what ground.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { isKnownWorker, worksFor } from '../../../rules/directory/current.js';
import { notListed } from '../../../rules/directory/directory.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { checkMayAuthorise, checkMayOpen } from '../domain/consent-recording.js';
import { youngPerson } from '../domain/decide.js';
import { consentPurposeCodes, overrideBases, type OverrideBasis } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class NewConsentOverride extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: overrideBases }) @IsIn(overrideBases) basis: OverrideBasis;
  @ApiProperty({ description: 'First day on which it no longer holds; 31 days after it begins at the latest' })
  @IsCivilDate()
  until: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({
    description: 'Account of who authorised it: somebody else than whoever records it, and not of the recipient',
  })
  @IsString()
  @Length(1, 60)
  authorisedBy: string;
}

export const recordConsentOverride = useCase({
  name: 'RecordConsentOverride',
  post: 'api/v1/young-people/:personId/consent-overrides',
  section: 'Young people',
  does: 'Record an override of consent: again with `until` ends it',
  rules: ['TRN-44'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'Children’s services decide to share without consent; nobody opens a record to where they work (TRN-43, TRN-44; src/cases/young-person/domain/consent-recording.json).',
  },
  input: NewConsentOverride,
  uses: [CommandRunner],
  handle: async ({ at: { personId }, details, on, context }, runner) => {
    checkMayOpen(context.actor, details.purpose, details.recipient);
    if (!isKnownWorker(details.authorisedBy, on)) throw notListed('workers', 'authorisedBy');
    checkMayAuthorise(worksFor(details.authorisedBy), details.purpose, details.recipient);
    const command = { type: 'OverrideConsent', on, override: details, recordedBy: context.actor.id } as const;
    return runner.run(youngPerson, personId, command, context);
  },
});
