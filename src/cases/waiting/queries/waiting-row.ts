// One line of the waiting list, as it stood on the census date.
import { fullName } from '../../../kernel/full-name.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Row, Value } from '../../../engine/processing/statements.js';
import type { Band } from '../../../rules/index.js';
import { bandLabel } from '../figures/count-bands.js';
import { wholeWeeks } from '../figures/days-waited.js';

export class WaitingRow extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty({ description: 'Empty for a person who was forgotten' }) person: string;
  @ApiProperty() pathway: string;
  @ApiProperty() service: string;
  @ApiProperty() provider: string;
  @ApiProperty({ example: '2026-02-23' }) clockStart: string;
  @ApiProperty({ description: 'referral, new-date-agreed or decision-to-treat' }) startedBy: string;
  @ApiProperty() days: number;
  @ApiProperty({ description: 'Whole weeks for display; the band goes by days (WAIT-41)' }) weeks: number;
  @ApiProperty() band: string;
  @ApiProperty({ description: 'As it is now (WAIT-47)' }) urgency: string;
  @ApiProperty({ required: false }) appointmentOn?: string;
  @ApiProperty({ required: false }) firstContactOn?: string;
  @ApiProperty({ required: false }) validatedOn?: string;
  @ApiProperty({ required: false, description: 'Last waiting-well contact (WAIT-45)' }) lastContactOn?: string;
  @ApiProperty({ required: false, description: 'Moved away: whether they still wait here, a person decides (WAIT-43)' })
  personMovedOn?: string;
}

export class WaitingList {
  @ApiProperty({ type: [WaitingRow] }) items: WaitingRow[];
  @ApiProperty({ required: false }) next?: string;
}

export function toWaitingRow(row: Row, asOf: CivilDate, bands: readonly Band[]): WaitingRow {
  const days = daysBetween(String(row['clock_start']) as CivilDate, asOf);
  const by = (value: Value | undefined): string | undefined =>
    typeof value === 'string' && value <= asOf ? value : undefined;
  return {
    id: String(row['id']),
    personId: String(row['person_id']),
    person: fullName(row),
    pathway: String(row['pathway']),
    service: String(row['service']),
    provider: String(row['provider']),
    clockStart: String(row['clock_start']),
    startedBy: String(row['started_by']),
    days,
    weeks: wholeWeeks(days),
    band: bandLabel(bands, days),
    urgency: String(row['urgency']),
    appointmentOn: typeof row['appointment_on'] === 'string' ? row['appointment_on'] : undefined,
    firstContactOn: by(row['first_contact_on']),
    validatedOn: by(row['validated_on']),
    lastContactOn: by(row['last_contact_on']),
    personMovedOn: by(row['moved_on']),
  };
}
