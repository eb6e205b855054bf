// How a young person is to be spoken and written to.
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { youngPersonEvents as events, type DataOf } from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { personUseCase } from './person-use-case.js';

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

interface NeedsRecorded {
  readonly on: CivilDate;
  readonly needs: DataOf<'communicationNeedsRecorded'>;
}

export const recordCommunicationNeeds = personUseCase({
  name: 'RecordCommunicationNeeds',
  asks: 'RecordCommunicationNeeds',
  post: 'api/v1/young-people/:personId/communication-needs',
  does: 'Record communication needs: replaces what was recorded before',
  rules: [],
  input: CommunicationNeeds,
  command: ({ details: needs, on }) => ({ on, needs }),
  decide: ({ on, needs }: NeedsRecorded) => [events.communicationNeedsRecorded.fact(on, needs)],
  noForm: missing,
});
