// The shape of one replayed entry, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import type { Verified } from '../../../store/verify-chain.js';
import { HistoryEvent } from './history-page.js';

/** A date that followed from the case then. */
export class DateThen {
  @ApiProperty() subject: string;
  @ApiProperty() subjectId: string;
  @ApiProperty() key: string;
  @ApiProperty() rule: string;
  @ApiProperty() title: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
}

export class ReplayedStep {
  @ApiProperty({ description: 'From 1' }) step: number;
  @ApiProperty() total: number;
  @ApiProperty() event: HistoryEvent;
  @ApiProperty({ type: [HistoryEvent], description: 'The whole history, in order' }) events: readonly HistoryEvent[];
  @ApiProperty({ type: Object, nullable: true, description: 'The case just before; null at its first entry' })
  before: unknown;
  @ApiProperty({ type: Object, nullable: true }) after: unknown;
  @ApiProperty({ type: [String], description: 'Rule packs in force for the case then' }) rulePacks: string[];
  @ApiProperty({ type: [DateThen] }) datesBefore: DateThen[];
  @ApiProperty({ type: [DateThen] }) datesAfter: DateThen[];
  @ApiProperty({ type: Object, description: 'The chains of all its streams, checked for this answer' })
  verified: Verified;
}
