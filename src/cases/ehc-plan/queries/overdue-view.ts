// One overdue step of a review, for the API.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';

export class OverdueReview extends MarkedPerson {
  @ApiProperty() planId: string;
  @ApiProperty() personId: string;
  @ApiProperty() person: string;
  @ApiProperty({ description: '`next` for a review that nobody has begun' }) cycleId: string;
  @ApiProperty({ example: 'annual review 3' }) review: string;
  @ApiProperty({ example: 'decision' }) step: string;
  @ApiProperty({ example: 'EHC-22' }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['law', 'national', 'local', 'practice'] }) force: string;
  @ApiProperty() source: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ description: 'Days past the due date' }) daysLate: number;
  @ApiProperty({ enum: ['overdue', 'absent'], description: 'Absent: nothing shows that anybody began' }) status: string;
  @ApiProperty({ type: Number, nullable: true }) yearGroup: number | null;
  @ApiProperty({ type: String, nullable: true }) placement: string | null;
}

export class OverdueReviewsPage {
  @ApiProperty({ type: [OverdueReview] }) items: readonly OverdueReview[];
  @ApiProperty({ required: false }) next?: string;
}
