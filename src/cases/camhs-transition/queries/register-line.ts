// A line of the register of transitions.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import { BridgingView, Past18View, ProtocolStepView } from './views.js';

export class NamedWorker {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class UnansweredReferral {
  @ApiProperty() service: string;
  @ApiProperty({ description: 'The day on which it was sent' }) since: string;
  @ApiProperty() days: number;
}

export class TransitionLine extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() team: string;
  @ApiProperty({ type: [NamedWorker], description: 'Named worker on that day; empty: nobody (TRN-24)' })
  namedWorkers: readonly NamedWorker[];
  @ApiProperty({ description: 'Pack and version of the protocol (AMB-06)' }) protocol: string;
  @ApiProperty() nextGate: string;
  @ApiProperty({ required: false }) nextGateOn?: string;
  @ApiProperty({ required: false, description: 'Stage by the protocol' }) stage?: string;
  @ApiProperty({ required: false, type: ProtocolStepView }) nextStep?: ProtocolStepView;
  @ApiProperty({ type: [String] }) milestonesDone: readonly string[];
  @ApiProperty({ description: 'Referred after 17 years and 6 months (TRN-03)' }) lateReferral: boolean;
  @ApiProperty() send: boolean;
  @ApiProperty({ required: false }) destination?: string;
  @ApiProperty({ description: 'A referral was refused and no other service is chosen (TRN-33)' })
  needsFallback: boolean;
  @ApiProperty({ type: [UnansweredReferral], description: 'Referrals onward that nobody has answered (TRN-33)' })
  unanswered: readonly UnansweredReferral[];
  @ApiProperty({ required: false, type: Past18View }) past18?: Past18View;
  @ApiProperty({ required: false, type: BridgingView }) bridging?: BridgingView;
}

export class TransitionPage {
  @ApiProperty({ type: [TransitionLine] }) items: TransitionLine[];
  @ApiProperty({ required: false, description: 'Send it as `cursor` for the next page' }) next?: string;
}
