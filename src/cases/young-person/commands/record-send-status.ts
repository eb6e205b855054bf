// Records how far special educational needs are known.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { sendStatuses } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class NewSendStatus extends Dated {
  @ApiProperty({ enum: sendStatuses }) @IsIn(sendStatuses) status: (typeof sendStatuses)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const recordSendStatus = useCase({
  name: 'RecordSendStatus',
  post: 'api/v1/young-people/:personId/send-status',
  section: 'Young people',
  does: 'Record the SEND status',
  rules: ['TRN-07', 'TRN-20', 'AMB-07'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'SEND status decides when planning starts (TRN-07, TRN-20).',
  },
  input: NewSendStatus,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { type: 'RecordSendStatus', on, send: details }, context),
});
