// One wait as it is shown: its dates, its clocks on both times, and its segments.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { readRevision } from '../../../engine/processing/case-projection.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';

export class ClockOfWait {
  @ApiProperty() start: string;
  @ApiProperty({ required: false, description: 'The first day on which it no longer ran' }) end?: string;
  @ApiProperty() startedBy: string;
  @ApiProperty({ required: false }) endedBy?: string;
  @ApiProperty({ description: 'Known so from the end of this day …' }) recordedFrom: string;
  @ApiProperty({ required: false, description: '… until this day; absent: known so now' }) recordedTo?: string;
  @ApiProperty({ required: false, description: 'Days as of the date asked for; absent when it had not started' })
  days?: number;
}

export class SegmentOfWait {
  @ApiProperty() segment: string;
  @ApiProperty() reachedOn: string;
  @ApiProperty({ description: 'Days since the segment before, or since the clock start' }) days: number;
}

export class OneWait {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'Send it as If-Match with the next change' }) revision: number;
  @ApiProperty() personId: string;
  @ApiProperty() pathway: string;
  @ApiProperty() service: string;
  @ApiProperty() provider: string;
  @ApiProperty() urgency: string;
  @ApiProperty() clockStart: string;
  @ApiProperty({ required: false }) appointmentOn?: string;
  @ApiProperty({ required: false }) firstContactOn?: string;
  @ApiProperty({ required: false }) clockStoppedOn?: string;
  @ApiProperty({ required: false }) removedOn?: string;
  @ApiProperty({ required: false }) removalReason?: string;
  @ApiProperty({ required: false, description: 'The risk was found higher, and not lower since (WAIT-45)' })
  riskHigherOn?: string;
  @ApiProperty({ required: false }) validatedOn?: string;
  @ApiProperty({ required: false }) lastContactOn?: string;
  @ApiProperty({ type: [ClockOfWait] }) clocks: ClockOfWait[];
  @ApiProperty({ type: [SegmentOfWait] }) segments: SegmentOfWait[];
}

const text = (row: Row, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== never ? value : undefined;
};

/** What had happened by the date asked for; an appointment may lie ahead. */
export function oneWait(db: Statements, row: Row, asOf: CivilDate): OneWait {
  const id = text(row, 'id') ?? '';
  const clockStart = text(row, 'clock_start') ?? '';
  const by = (name: string): string | undefined => {
    const on = text(row, name);
    return on !== undefined && on <= asOf ? on : undefined;
  };
  const firstContactOn = by('first_contact_on');
  const removedOn = by('removed_on');
  const reached = db.all(
    'SELECT segment, reached_on FROM wait_segment WHERE case_id = ? AND reached_on <= ? ORDER BY reached_on, segment',
    id,
    asOf,
  );
  const steps = firstContactOn ? [{ segment: 'first-contact', reached_on: firstContactOn }, ...reached] : reached;
  return {
    id,
    // As it is recorded: what is sent with the next change, also when the rows of the wait stand still.
    revision: readRevision(db, 'wait', id) ?? Number(row['revision']),
    personId: text(row, 'person_id') ?? '',
    pathway: text(row, 'pathway') ?? '',
    service: text(row, 'service') ?? '',
    provider: text(row, 'provider') ?? '',
    urgency: text(row, 'urgency') ?? '',
    clockStart,
    appointmentOn: text(row, 'appointment_on'),
    firstContactOn,
    clockStoppedOn: by('clock_stopped_on'),
    removedOn,
    removalReason: removedOn === undefined ? undefined : text(row, 'removal_reason'),
    riskHigherOn: db.get<{ since: string }>(
      'SELECT from_on AS since FROM wait_risk WHERE case_id = ?1 AND from_on <= ?2 AND to_on > ?2',
      id,
      asOf,
    )?.since,
    validatedOn: by('validated_on'),
    lastContactOn: by('last_contact_on'),
    clocks: db
      .all('SELECT * FROM wait_clock WHERE case_id = ? ORDER BY recorded_from, clock_start', id)
      .map((clock) => clockOf(clock, asOf)),
    segments: segmentsOf(steps, text(row, 'received_on') ?? clockStart),
  };
}

function clockOf(row: Row, asOf: CivilDate): ClockOfWait {
  const start = String(row['clock_start']) as CivilDate;
  const ended = text(row, 'clock_end') as CivilDate | undefined;
  const end = ended !== undefined && ended <= asOf ? ended : undefined;
  return {
    start,
    end,
    startedBy: String(row['started_by']),
    endedBy: end && text(row, 'ended_by'),
    recordedFrom: String(row['recorded_from']),
    recordedTo: text(row, 'recorded_to'),
    days: start <= asOf ? daysBetween(start, end ?? asOf) : undefined,
  };
}

function segmentsOf(steps: readonly Row[], received: string): SegmentOfWait[] {
  const sorted = [...steps].sort((a, b) => (String(a['reached_on']) < String(b['reached_on']) ? -1 : 1));
  let before = received as CivilDate;
  return sorted.map((step) => {
    const reachedOn = String(step['reached_on']) as CivilDate;
    const days = daysBetween(before, reachedOn);
    before = reachedOn;
    return { segment: String(step['segment']), reachedOn, days };
  });
}
