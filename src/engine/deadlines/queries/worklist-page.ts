// The shape of the worklist's answer, for the API's documentation.
import { ApiProperty } from '../../api/api-property.js';
import { MarkedPerson } from '../../person/person-marks.js';

class Trigger {
  @ApiProperty({ description: 'Name of the fact that started the clock' }) fact: string;
  @ApiProperty() on: string;
  @ApiProperty({ description: 'Id of the event that holds it' }) event: string;
}

class OtherReading {
  @ApiProperty() label: string;
  @ApiProperty() dueOn: string;
}

class WorklistItem extends MarkedPerson {
  @ApiProperty() pathway: string;
  @ApiProperty() caseId: string;
  @ApiProperty({ description: 'Empty, like the name, where it is about no one person (a term list)' }) personId: string;
  @ApiProperty() person: string;
  @ApiProperty() subjectId: string;
  @ApiProperty({ description: 'What has the deadline: a review cycle, a transition, a wait' }) subject: string;
  @ApiProperty() scope: string;
  @ApiProperty({ description: 'Step' }) key: string;
  @ApiProperty({ example: 'EHC-22' }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['law', 'national', 'local', 'practice'], description: 'Only `law` is statutory' })
  force: string;
  @ApiProperty({ description: 'Where the rule stands' }) source: string;
  @ApiProperty() kind: string;
  @ApiProperty({ type: String, nullable: true, description: 'First day of a window' }) opensOn: string | null;
  @ApiProperty() dueOn: string;
  @ApiProperty({ enum: ['due', 'overdue', 'absent', 'met', 'met late', 'too early', 'passed', 'missed', 'not known'] })
  status: string;
  @ApiProperty({ required: false, description: 'Left out where it is not known whether it was done' })
  daysLate?: number;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
  @ApiProperty({ description: "Met by somebody's word or a return, without the document" }) notEvidenced: boolean;
  @ApiProperty() trigger: Trigger;
  @ApiProperty({ type: OtherReading, nullable: true, description: 'The same date under the other reading of the rule' })
  otherReading: OtherReading | null;
}

export class WorklistPage {
  @ApiProperty({ type: [WorklistItem] }) items: WorklistItem[];
  @ApiProperty({ required: false, description: 'Cursor of the next page' }) next?: string;
}
