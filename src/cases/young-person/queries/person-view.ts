// The shape of one young person, for the API and its documentation.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { identifierKinds } from '../../../engine/person/domain/events.js';

export class IdentifierView {
  @ApiProperty() identifierId: string;
  @ApiProperty({ enum: identifierKinds }) kind: string;
  @ApiProperty({ required: false }) issuer?: string;
  @ApiProperty({ required: false }) value?: string;
  @ApiProperty({ description: 'Superseded: shown to managers and auditors only (REC-34)' }) restricted: boolean;
  @ApiProperty({ required: false }) supersededOn?: string;
  @ApiProperty({ required: false }) why?: string;
}

export class ContactView {
  @ApiProperty() contactId: string;
  @ApiProperty({ required: false }) name?: string;
  @ApiProperty({ required: false }) relationship?: string;
  @ApiProperty({ required: false, enum: ['yes', 'no', 'not-known'] }) parentalResponsibility?: string;
  @ApiProperty({ required: false }) phone?: string;
  @ApiProperty({ required: false }) email?: string;
  @ApiProperty({ required: false }) address?: string;
  @ApiProperty({ required: false }) mayBeContacted?: boolean;
  @ApiProperty() from: string;
}

export class NeedsView {
  @ApiProperty({ required: false }) interpreter?: string;
  @ApiProperty({ required: false }) accessibleFormat?: string;
  @ApiProperty({ required: false }) notes?: string;
  @ApiProperty() on: string;
}

export class NamedWorkerView {
  @ApiProperty() assignmentId: string;
  @ApiProperty() role: string;
  @ApiProperty() workerId: string;
  @ApiProperty({ required: false }) name?: string;
  @ApiProperty() organisation: string;
  @ApiProperty() from: string;
  @ApiProperty({ required: false, description: 'First day on which they no longer held the role' }) to?: string;
  @ApiProperty() current: boolean;
}

export class ConsentView {
  @ApiProperty() eventId: string;
  @ApiProperty() purpose: string;
  @ApiProperty() recipient: string;
  @ApiProperty({ enum: ['given', 'refused', 'withdrawn', 'overridden'] }) decision: string;
  @ApiProperty({ description: 'Who decided; of an override, its ground' }) decidedBy: string;
  @ApiProperty() on: string;
  @ApiProperty({ required: false, description: 'Of an override: the first day on which it no longer holds' })
  until?: string;
  @ApiProperty({ required: false, description: 'Of an override: account of who authorised it' }) authorisedBy?: string;
  @ApiProperty({ required: false }) why?: string;
  @ApiProperty({ description: 'Whether this is the answer that holds on the date asked for' }) current: boolean;
  @ApiProperty({ description: 'A parent decided; the young person is 16 now and is to be asked (TRN-40)' })
  askAgain: boolean;
}

export class YoungPersonView {
  @ApiProperty() id: string;
  @ApiProperty() asOf: string;
  @ApiProperty({ description: 'Revision of the person; also the ETag' }) revision: number;
  @ApiProperty({ description: 'The personal fields are gone for ever (REC-12)' }) personalDataDestroyed: boolean;
  @ApiProperty({ required: false }) givenName?: string;
  @ApiProperty({ required: false }) familyName?: string;
  @ApiProperty({ required: false }) birthDate?: string;
  @ApiProperty({ required: false, description: 'Age in whole years on the date' }) age?: number;
  @ApiProperty({ required: false }) sex?: string;
  @ApiProperty({ required: false }) ethnicity?: string;
  @ApiProperty({ required: false }) postcode?: string;
  @ApiProperty() responsible: string;
  @ApiProperty() sendStatus: string;
  @ApiProperty({ type: [IdentifierView] }) identifiers: IdentifierView[];
  @ApiProperty({ type: [ContactView] }) contacts: ContactView[];
  @ApiProperty({ required: false, type: NeedsView }) communicationNeeds?: NeedsView;
  @ApiProperty({ type: [NamedWorkerView], description: 'With the history, the first first' })
  namedWorkers: NamedWorkerView[];
  @ApiProperty({ type: [ConsentView], description: 'With the history' }) consents: ConsentView[];
  @ApiProperty({ required: false }) movedOn?: string;
  @ApiProperty({ required: false }) movedTo?: string;
  @ApiProperty({ required: false }) diedOn?: string;
  @ApiProperty({
    required: false,
    description: 'One record says that they died, and nobody has confirmed it: write to nobody (REC-11)',
  })
  saidToHaveDied?: boolean;
  @ApiProperty({
    required: false,
    description: 'The risk was found higher while waiting, on this day, and not lower since (WAIT-45)',
  })
  riskHigherOn?: string;
}
