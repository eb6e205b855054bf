// The shape of a replayed state, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import type { Actor } from '../../../kernel/envelope.js';

class DeadlineThen {
  @ApiProperty({ description: 'What has the deadline, as a person calls it' }) subject: string;
  @ApiProperty({ description: 'With `key` what to ask "why this date?" with' }) subjectId: string;
  @ApiProperty({ description: 'Step' }) key: string;
  @ApiProperty({
    enum: ['deadline', 'target', 'window', 'period', 'notBefore'],
    description: 'A period runs out by itself; `notBefore` is a bar. The others are tasks',
  })
  kind: string;
  @ApiProperty({ example: 'EHC-22' }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty() force: string;
  @ApiProperty({ type: String, nullable: true, description: 'First day of a window or a period' }) opensOn:
    string | null;
  @ApiProperty() dueOn: string;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
  @ApiProperty() status: string;
}

export class CaseState {
  @ApiProperty() stream: string;
  @ApiProperty() case: string;
  @ApiProperty({ type: Object }) view: { revision: number | null; asOf: string | null; knownOn: string | null };
  @ApiProperty({ type: Number, nullable: true }) revision: number | null;
  @ApiProperty({ description: 'Events that the state was folded from' }) events: number;
  @ApiProperty({ description: 'Events of the case that the view leaves out' }) eventsLeftOut: number;
  @ApiProperty({ type: Object, nullable: true }) lastEvent: {
    type: string;
    occurredOn: string;
    recordedAt: string;
    actor: Actor;
  } | null;
  @ApiProperty({ type: [String], description: 'Rule packs in force for this case' }) rulePacks: string[];
  @ApiProperty({ type: Object }) state: unknown;
  @ApiProperty({ type: Object, description: 'After a death nothing is due; what a move ends, a person decides' })
  person: { diedOn: string | null; movedOn: string | null };
  @ApiProperty({ type: [DeadlineThen] }) deadlines: DeadlineThen[];
}
