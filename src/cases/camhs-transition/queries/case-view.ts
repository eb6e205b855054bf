// One transition as its page shows it.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import { BridgingView, Past18View, ProtocolStepView } from './views.js';

export class StageView {
  @ApiProperty() id: string;
  @ApiProperty() label: string;
  @ApiProperty({ required: false }) opensOn?: string;
  @ApiProperty({ required: false }) closesOn?: string;
  @ApiProperty({ type: [ProtocolStepView] }) steps: readonly ProtocolStepView[];
}

export class HandOverItemView {
  @ApiProperty() itemId: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: ['offered', 'accepted', 'returned'] }) status: string;
  @ApiProperty() offeredOn: string;
  @ApiProperty() on: string;
}

export class AdultAppointmentView {
  @ApiProperty() appointmentId: string;
  @ApiProperty() bookedFor: string;
  @ApiProperty({ enum: ['booked', 'attended', 'missed'] }) status: string;
  @ApiProperty({ required: false, nullable: true, type: String }) outcomeOn: string | null;
  @ApiProperty({ required: false, nullable: true, type: String }) contactedOn: string | null;
}

export class DiscussionView {
  @ApiProperty() meetingId: string;
  @ApiProperty() on: string;
  @ApiProperty({ enum: ['named', 'anonymised', 'override'] }) manner: string;
}

export class TransitionView extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() team: string;
  @ApiProperty() protocol: string;
  @ApiProperty() referredOn: string;
  @ApiProperty() lateReferral: boolean;
  @ApiProperty({ required: false }) stage?: string;
  @ApiProperty({ type: [StageView] }) stages: readonly StageView[];
  @ApiProperty({ required: false, type: ProtocolStepView }) nextStep?: ProtocolStepView;
  @ApiProperty({ type: [String] }) milestonesDone: readonly string[];
  @ApiProperty({ description: '`camhs`, `nobody`, or the code of the service that leads (TRN-01a)' })
  leadService: string;
  @ApiProperty() leadServiceName: string;
  @ApiProperty({ description: 'As `leadService`' }) crisisContact: string;
  @ApiProperty({ required: false, description: 'Whom to call, in words; left out after a death' }) inACrisis?: string;
  @ApiProperty({ required: false }) destination?: string;
  @ApiProperty() needsFallback: boolean;
  @ApiProperty({ required: false }) acceptedOn?: string;
  @ApiProperty({ required: false }) adultOpenedOn?: string;
  @ApiProperty({ required: false }) adultMetOn?: string;
  @ApiProperty({ required: false }) closedOn?: string;
  @ApiProperty({ required: false }) closedTo?: string;
  @ApiProperty({ required: false, type: Past18View }) past18?: Past18View;
  @ApiProperty({ required: false, type: BridgingView }) bridging?: BridgingView;
  @ApiProperty({ type: [DiscussionView] }) discussions: readonly DiscussionView[];
  @ApiProperty({ type: [HandOverItemView] }) handOver: readonly HandOverItemView[];
  @ApiProperty({ type: [AdultAppointmentView] }) firstAppointments: readonly AdultAppointmentView[];
}
