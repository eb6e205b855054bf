// The shapes that the lists of transitions answer with.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { stepOutcomes, type StepOutcome } from '../domain/codes.js';
import { stepStates, type StepState } from './protocol-on.js';

class StepTimeView {
  @ApiProperty() on: string;
  @ApiProperty({ enum: stepOutcomes }) outcome: StepOutcome;
  @ApiProperty({ required: false }) late?: boolean;
  @ApiProperty({ required: false }) arrangedFor?: string;
  @ApiProperty() eventId: string;
}

export class ProtocolStepView {
  @ApiProperty({ example: 'TRN-A3.1' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ required: false, description: 'Another name still in use (AMB-15)' }) alias?: string;
  @ApiProperty() stage: string;
  @ApiProperty({ description: 'Canonical milestone (AMB-06)' }) milestone: string;
  @ApiProperty() actor: string;
  @ApiProperty({ description: 'law, national, local or practice' }) force: string;
  @ApiProperty() required: boolean;
  @ApiProperty({ enum: stepStates }) state: StepState;
  @ApiProperty({ required: false }) on?: string;
  @ApiProperty({ required: false, description: 'Done, but after its day (TRN-B2.6)' }) late?: boolean;
  @ApiProperty({ required: false }) eventId?: string;
  @ApiProperty({ required: false }) opensOn?: string;
  @ApiProperty({ required: false }) closesOn?: string;
  @ApiProperty({ required: false, type: [StepTimeView], description: 'Every time; `on` is the one that counts' })
  times?: readonly StepTimeView[];
}

export class BridgingView {
  @ApiProperty({ description: 'Accepted on this day; no adult worker has met the young person yet' }) since: string;
  @ApiProperty() days: number;
}

export class Past18View {
  @ApiProperty() since: string;
  @ApiProperty() days: number;
  @ApiProperty({ required: false, description: 'Absent: nobody has recorded why (TRN-02)' }) reason?: string;
  @ApiProperty({ required: false }) reviewOn?: string;
  @ApiProperty({ required: false }) reviewOverdue?: boolean;
}
