// The shape of an explained date, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import type { Actor, Source } from '../../../kernel/envelope.js';

class TracedEvent {
  @ApiProperty() id: string;
  @ApiProperty() type: string;
  @ApiProperty() stream: string;
  @ApiProperty() revision: number;
  @ApiProperty({ description: 'When it happened' }) occurredOn: string;
  @ApiProperty({ description: 'When Onward learnt of it' }) recordedAt: string;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'For a loaded fact: which load, the SHA-256 of the file, the line',
  })
  source: Source | null;
  @ApiProperty({ description: 'Hash of the event in its chain' }) hash: string;
}

export class Explanation {
  @ApiProperty() subject: string;
  @ApiProperty({ example: 'EHC-22' }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty() kind: string;
  @ApiProperty() force: string;
  @ApiProperty() source: string;
  @ApiProperty({ description: 'The rule pack that the case has pinned' }) pack: string;
  @ApiProperty() dueOn: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'It was late, and since this day it can no longer be done',
  })
  missedSince: string | null;
  @ApiProperty() notEvidenced: boolean;
  @ApiProperty({ type: [String], description: 'The arithmetic in sentences' }) arithmetic: string[];
  @ApiProperty({ type: Object }) trigger: { fact: string; on: string; event: string };
  @ApiProperty({ type: Object, nullable: true }) otherReading: { label: string; dueOn: string } | null;
  @ApiProperty({ required: false, type: TracedEvent, description: 'The event that started the clock' })
  event?: TracedEvent;
  @ApiProperty({ required: false, type: TracedEvent, description: 'The event that met it' }) metByEvent?: TracedEvent;
}
