// Records how a young person is to be spoken and written to.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class CommunicationNeeds extends Dated {
  @ApiProperty({ required: false, description: 'Language for which an interpreter is needed' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  interpreter?: string;

  @ApiProperty({ required: false, example: 'easy read' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  accessibleFormat?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) notes?: string;
}

export const recordCommunicationNeeds = useCase({
  name: 'RecordCommunicationNeeds',
  post: 'api/v1/young-people/:personId/communication-needs',
  section: 'Young people',
  does: 'Record communication needs: replaces what was recorded before',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever works with the family knows how to speak and write to them.',
  },
  input: CommunicationNeeds,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { type: 'RecordCommunicationNeeds', on, needs: details }, context),
});
