// What can be recorded of one transition, the clock of each of its dates, and how consent stands: the shape.
import { ApiProperty } from '../../../engine/api/api-property.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Status } from '../../../rules/deadline.js';
import { correctableDates, stepOutcomes, type CorrectableDate, type StepOutcome } from '../domain/codes.js';
import type { ConsentStatus } from '../domain/consent.js';

class OtherReading {
  @ApiProperty() label: string;
  @ApiProperty() dueOn: string;
}

export class WorkLine {
  @ApiProperty() subjectId: string;
  @ApiProperty() subject: string;
  @ApiProperty({ example: 'TRN-A1.1', description: 'The step, where the date is one of a step' }) key: string;
  @ApiProperty() rule: string;
  @ApiProperty() title: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: ['law', 'national', 'local', 'practice'] }) force: string;
  @ApiProperty() source: string;
  @ApiProperty({ type: String, nullable: true }) opensOn: CivilDate | null;
  @ApiProperty({ type: String }) dueOn: CivilDate;
  @ApiProperty({ type: String }) status: Status;
  @ApiProperty({ type: String, nullable: true }) metOn: CivilDate | null;
  @ApiProperty({ type: [String], description: 'The arithmetic in sentences' }) basis: readonly string[];
  @ApiProperty({ type: OtherReading, nullable: true }) otherReading: { label: string; dueOn: CivilDate } | null;
}

export class StepWork {
  @ApiProperty() stepId: string;
  @ApiProperty() fact: string;
  @ApiProperty({ description: 'What shows it' }) evidence: string;
  @ApiProperty({ enum: stepOutcomes, isArray: true, description: 'Outcomes that `steps` takes for it' })
  outcomes: readonly StepOutcome[];
  @ApiProperty({ required: false, description: 'When it is recorded by a command of its own: how' })
  recordedBy?: string;
  @ApiProperty({ required: false }) note?: string;
}

export class ConsentStanding {
  @ApiProperty({ description: 'Code of the adult service' }) recipient: string;
  @ApiProperty({ enum: ['given', 'refused', 'withdrawn', 'overridden', 'none'] }) kind: ConsentStatus['kind'];
  @ApiProperty({ required: false, type: String }) on?: CivilDate;
}

class CorrectableFact {
  @ApiProperty({ enum: correctableDates }) field: CorrectableDate;
  @ApiProperty({ type: String }) on: CivilDate;
}

/** A fact that stands, with each of its dates that can be corrected (REC-11). */
export class StandingFact {
  @ApiProperty() eventId: string;
  @ApiProperty({ example: 'TransitionStepRecorded' }) type: string;
  @ApiProperty({ required: false, example: 'TRN-A3.1' }) stepId?: string;
  @ApiProperty({ required: false, description: 'Which one: the item, the service, the mark; a code or a label' })
  about?: string;
  @ApiProperty({ type: [CorrectableFact] }) dates: readonly CorrectableFact[];
}

export class TransitionWork {
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
  @ApiProperty({ type: [WorkLine] }) lines: readonly WorkLine[];
  @ApiProperty({ type: [StepWork] }) steps: readonly StepWork[];
  @ApiProperty({
    type: [ConsentStanding],
    description: 'To discuss with adult services, for each that was asked about',
  })
  consents: readonly ConsentStanding[];
  @ApiProperty({ type: [StandingFact], description: 'In the order of recording; none before an adult service' })
  facts: readonly StandingFact[];
  @ApiProperty({ required: false, description: 'Code of the chosen destination (TRN-50)' }) destinationCode?: string;
}
