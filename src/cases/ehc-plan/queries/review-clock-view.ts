// The clocks of one review as values that explain themselves, for the API and the pages.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { metAsOf, statusOn, type Deadline } from '../../../rules/index.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Status } from '../../../rules/deadline.js';

class ClockReading {
  @ApiProperty() label: string;
  @ApiProperty() dueOn: string;
}

export class ClockLine {
  @ApiProperty() subjectId: string;
  @ApiProperty({ example: 'decision' }) key: string;
  @ApiProperty({ example: 'EHC-22' }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: ['law', 'national', 'local', 'practice'] }) force: string;
  @ApiProperty() source: string;
  @ApiProperty({ type: String, nullable: true }) opensOn: CivilDate | null;
  @ApiProperty({ type: String }) dueOn: CivilDate;
  @ApiProperty({ type: String }) status: Status;
  @ApiProperty({ type: String, nullable: true }) metOn: CivilDate | null;
  @ApiProperty({ type: [String], description: 'The arithmetic in sentences' }) basis: readonly string[];
  @ApiProperty({ type: ClockReading, nullable: true }) otherReading: { label: string; dueOn: CivilDate } | null;
  @ApiProperty({ required: false, description: 'Nothing is decided: it holds if the decision is to amend the plan' })
  ifAmended?: boolean;
}

export class ReviewClock {
  @ApiProperty() cycleId: string;
  @ApiProperty({ example: 'annual review 3' }) label: string;
  @ApiProperty({ type: [ClockLine] }) lines: readonly ClockLine[];
}

export const clockLine = (subjectId: string, deadline: Deadline, asOf: CivilDate): ClockLine => {
  const { key, rule, title, kind, force, source, dueOn, comparison } = deadline;
  return {
    subjectId,
    key,
    rule,
    title,
    kind,
    force,
    source,
    opensOn: deadline.opensOn ?? null,
    dueOn,
    status: statusOn(deadline, asOf),
    metOn: metAsOf(deadline, asOf)?.on ?? null,
    basis: deadline.basis(),
    otherReading: comparison ? { label: comparison.label, dueOn: comparison.dueOn } : null,
  };
};
