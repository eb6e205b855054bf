// The shapes of a hand-over: who received, what is open, and the first months after it.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import { AdultAppointmentView, HandOverItemView } from './case-view.js';
import { BridgingView } from './views.js';

export const receipts = ['referral', 'hand-over', 'opening'] as const;

export class ReceiptView {
  @ApiProperty({ enum: receipts, description: 'Which fact says that the service accepted' })
  how: (typeof receipts)[number];
  @ApiProperty() service: string;
  @ApiProperty() on: string;
  @ApiProperty({ required: false, description: 'Reported by CAMHS for the service: how CAMHS was told (TRN-01b)' })
  reported?: string;
  @ApiProperty({ required: false, description: 'The service let the young person go again on this day' })
  until?: string;
}

export class AwaitedAnswerView {
  @ApiProperty({ description: 'Code of the list of destinations (TRN-50)' }) destination: string;
  @ApiProperty() service: string;
  @ApiProperty({ description: 'Referred on this day, and nobody has answered (TRN-33)' }) on: string;
}

export class AuditWindowView {
  @ApiProperty({ example: 'TRN-A4.5' }) rule: string;
  @ApiProperty({ required: false }) opensOn?: string;
  @ApiProperty({ required: false }) closesOn?: string;
  @ApiProperty({ required: false }) doneOn?: string;
}

export class FirstMonthsLine extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ required: false }) service?: string;
  @ApiProperty({ required: false, description: 'The service opened the case or accepted the hand-over' })
  transferredOn?: string;
  @ApiProperty({ required: false, description: 'Six months after the transfer, by the protocol of the case (TRN-24)' })
  coverUntil?: string;
  @ApiProperty({ type: [AdultAppointmentView] }) appointments: readonly AdultAppointmentView[];
  @ApiProperty({ required: false, type: AuditWindowView, description: 'Absent: this protocol asks for none' })
  audit?: AuditWindowView;
  @ApiProperty({ type: [String], description: 'What was to be done by now and is not on record, in words' })
  owed: readonly string[];
  @ApiProperty({ required: false }) dischargedOn?: string;
}

export class HandOverView extends FirstMonthsLine {
  @ApiProperty() team: string;
  @ApiProperty({ required: false, description: 'Code of the list of destinations (TRN-50)' }) destinationCode?: string;
  @ApiProperty({ required: false }) destination?: string;
  @ApiProperty({ description: '`camhs`, `nobody`, or the code of the service that leads (TRN-01a)' })
  leadService: string;
  @ApiProperty() leadServiceName: string;
  @ApiProperty({ required: false, description: 'Whom to call, in words; left out after a death' }) inACrisis?: string;
  @ApiProperty({ type: [HandOverItemView] }) items: readonly HandOverItemView[];
  @ApiProperty({ type: [AwaitedAnswerView] }) referrals: readonly AwaitedAnswerView[];
  @ApiProperty({ type: [ReceiptView] }) receipts: readonly ReceiptView[];
  @ApiProperty({ required: false, description: 'The service that has the young person now (TRN-01)' }) heldBy?: string;
  @ApiProperty({ required: false }) heldSince?: string;
  @ApiProperty({ required: false }) adultMetOn?: string;
  @ApiProperty({ required: false }) closedOn?: string;
  @ApiProperty({ required: false }) closedTo?: string;
  @ApiProperty({ description: 'Closed, and nobody had the young person by then (TRN-01)' }) gap: boolean;
  @ApiProperty({ required: false, type: BridgingView }) bridging?: BridgingView;
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
}

export class FirstMonthsPage {
  @ApiProperty({ type: [FirstMonthsLine] }) items: FirstMonthsLine[];
  @ApiProperty({ required: false }) next?: string;
}
