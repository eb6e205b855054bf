// The shape of a list of tasks, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import { MarkedPerson } from '../../person/person-marks.js';
import { PathwayProperty, TaskKindProperty } from '../../api/words-known-here.js';

export class OverrideTold {
  @ApiProperty({ description: 'What is shared' }) purpose: string;
  @ApiProperty({ description: 'Code of the organisation with which it is shared' }) recipient: string;
  @ApiProperty({ description: 'The ground' }) basis: string;
  @ApiProperty({ description: 'Account of who authorised it' }) authorisedBy: string;
  @ApiProperty() from: string;
  @ApiProperty({ description: 'First day on which it no longer holds' }) until: string;
}

export class TaskLine extends MarkedPerson {
  @ApiProperty() id: string;
  @PathwayProperty({ description: 'Of the case; with the id it is the place of the task' })
  pathway: string;
  @ApiProperty({ description: 'The case that it is about' }) caseId: string;
  @ApiProperty({ description: 'Empty where it is about no one person: the term lists (EHC-11)' }) personId: string;
  @ApiProperty() person: string;
  @TaskKindProperty() kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 'TRN-27' }) rule: string;
  @ApiProperty({ description: 'Whose it is until somebody takes it' }) role: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who has taken it' }) assignee: string | null;
  @ApiProperty() dueOn: string;
  @ApiProperty({ description: 'Days past the due date; negative while there is time' }) daysLate: number;
  @ApiProperty() openedOn: string;
  @ApiProperty({ type: String, nullable: true }) closedOn: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How it was closed: by a person, by a fact, or why withdrawn',
  })
  how: string | null;
  @ApiProperty({ type: Object, description: 'What gave cause for it' }) cause: { event: string; on: string };
  @ApiProperty({ required: false, type: OverrideTold, description: 'What an override of consent allows (TRN-44)' })
  override?: OverrideTold;
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
}

export class TaskPage {
  @ApiProperty({ type: [TaskLine] }) items: TaskLine[];
  @ApiProperty({ required: false, description: 'Cursor of the next page' }) next?: string;
}
