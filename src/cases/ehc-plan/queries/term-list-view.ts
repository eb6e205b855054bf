// Term lists as the API shows them.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { channels } from '../domain/words.js';
import { listRecipients } from '../domain/term-lists/events.js';

class DateOnListView {
  @ApiProperty({ example: 'EHC-01' }) rule: string;
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty() force: string;
  @ApiProperty() dueOn: string;
}

class ReviewOnList {
  @ApiProperty() planId: string;
  @ApiProperty() personId: string;
  @ApiProperty() person: string;
  @ApiProperty({ description: 'Which review' }) review: string;
  @ApiProperty({ description: 'Latest day for the meeting (EHC-09, EHC-44)' }) meetingBy: string;
  @ApiProperty({ required: false, description: 'The earliest limit that the review must keep (EHC-45)' })
  reviewBy?: string;
  @ApiProperty({ type: [DateOnListView], description: 'Why it is on the list' }) dates: readonly DateOnListView[];
  @ApiProperty({ description: 'Whether it was on the list that was sent last' }) wasSent: boolean;
}

class SendingView {
  @ApiProperty() on: string;
  @ApiProperty({ description: 'What a withdrawal names' }) eventId: string;
  @ApiProperty({ enum: listRecipients, isArray: true }) recipients: readonly string[];
  @ApiProperty({ type: [String] }) planIds: readonly string[];
  @ApiProperty({ required: false, enum: channels, description: 'How it was sent' }) channel?: string;
}

export class TermListLine {
  @ApiProperty() id: string;
  @ApiProperty() term: string;
  @ApiProperty({ type: String, nullable: true, description: 'URN or UKPRN; null for those who attend none' })
  institution: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Its name; null where the list of schools does not have it',
  })
  schoolName: string | null;
  @ApiProperty({ description: 'First day of the term there' }) startsOn: string;
  @ApiProperty({ description: 'Two weeks before (EHC-11)' }) dueOn: string;
  @ApiProperty({ enum: ['due', 'overdue', 'absent', 'met', 'met late'] }) status: string;
  @ApiProperty({ description: 'False: nobody has said that it is expected, so it is not in the worklist' })
  expected: boolean;
  @ApiProperty({ type: String, nullable: true }) metOn: string | null;
  @ApiProperty({ type: String, nullable: true }) headHasIt: string | null;
  @ApiProperty({ type: String, nullable: true }) icbHasIt: string | null;
  @ApiProperty({ type: String, nullable: true }) socialCareHasIt: string | null;
  @ApiProperty({ description: 'How many reviews are on it' }) reviews: number;
}

export class TermListView extends TermListLine {
  @ApiProperty({ required: false, description: 'Send it as If-Match with a change; none while nothing is recorded' })
  revision?: number;
  @ApiProperty({ type: [ReviewOnList] }) items: readonly ReviewOnList[];
  @ApiProperty({ type: [SendingView] }) sent: readonly SendingView[];
}

export class TermListsView {
  @ApiProperty() authority: string;
  @ApiProperty({ example: '2026-autumn' }) term: string;
  @ApiProperty() name: string;
  @ApiProperty() firstDay: string;
  @ApiProperty({ description: 'The lists cover the days before this one' }) nextFirstDay: string;
  @ApiProperty({ type: [TermListLine] }) items: readonly TermListLine[];
}
