// The shape of a history's answer, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import type { Actor, Source } from '../../../kernel/envelope.js';

export class HistoryEvent {
  @ApiProperty() id: string;
  @ApiProperty() type: string;
  @ApiProperty() stream: string;
  @ApiProperty() revision: number;
  @ApiProperty({ description: 'Place in the order of everything' }) position: string;
  @ApiProperty({ description: 'When it happened: the date that the rules use' }) occurredOn: string;
  @ApiProperty({ description: 'When Onward learnt of it (UTC)' }) recordedAt: string;
  @ApiProperty() schemaVersion: number;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty({ type: String, nullable: true }) onBehalfOf: string | null;
  @ApiProperty() commandId: string;
  @ApiProperty() correlationId: string;
  @ApiProperty() causationId: string;
  @ApiProperty({ type: Object, nullable: true }) source: Source | null;
  @ApiProperty({ type: Object }) data: Readonly<Record<string, unknown>>;
  @ApiProperty({
    enum: ['none', 'closed', 'open', 'destroyed', 'withheld'],
    description:
      "`destroyed`: the person's key is gone, and with it these fields; `withheld`: they are for other roles (SHARE matrix)",
  })
  personalFields: string;
  @ApiProperty({
    required: false,
    type: Object,
    description:
      'Schools and colleges that `data` names by number: their names on the day it happened, where the list has them',
  })
  schools?: Readonly<Record<string, string>>;
  @ApiProperty() hash: string;
  @ApiProperty() previousHash: string;
}

export class HistoryPage {
  @ApiProperty({ type: [HistoryEvent] }) items: HistoryEvent[];
  @ApiProperty({ required: false }) next?: string;
}
