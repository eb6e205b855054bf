// Records a contact with a family, a young person or a professional while they wait.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import {
  contactTypes,
  type ContactType,
  contactRecipients,
  type ContactRecipient,
  contactChannels,
  type ContactChannel,
  accessibleFormats,
  type AccessibleFormat,
  contactOutcomes,
  type ContactOutcome,
  riskChanges,
  type RiskChange,
} from '../domain/contact-codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class WaitingWellContact extends Dated {
  @ApiProperty({ enum: contactTypes }) @IsIn(contactTypes) contact: ContactType;
  @ApiProperty({ enum: contactRecipients }) @IsIn(contactRecipients) to: ContactRecipient;
  @ApiProperty({ enum: contactChannels }) @IsIn(contactChannels) channel: ContactChannel;
  @ApiProperty({ enum: accessibleFormats }) @IsIn(accessibleFormats) accessibleFormat: AccessibleFormat;
  @ApiProperty({ enum: contactOutcomes }) @IsIn(contactOutcomes) outcome: ContactOutcome;
  @ApiProperty({ enum: riskChanges }) @IsIn(riskChanges) riskChange: RiskChange;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export const recordWaitingWellContact = useCase({
  name: 'RecordWaitingWellContact',
  post: 'api/v1/waits/:id/contacts',
  section: 'Waiting',
  does: 'Record a contact while waiting',
  rules: ['WAIT-45'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-45: families and professionals are kept informed by whoever is in touch',
  },
  input: WaitingWellContact,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, ...contact } = details;
    return runner.run(wait, id, { type: 'RecordContact', on, contact }, context);
  },
});
