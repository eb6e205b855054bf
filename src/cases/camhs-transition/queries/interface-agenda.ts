// The agenda of an interface meeting: named only with consent on that day, everyone else anonymised (TRN-44).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { CursorQuery, decodeCursor, defaultLimit, encodeCursor } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { invalid } from '../../../kernel/errors.js';
import { listedCode } from '../../../rules/directory/current.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import { attendeeRoles, interfaceDecisions } from '../domain/codes.js';
import { agendaOn } from './agenda.js';
import type { AgendaPlace } from './agenda-rows.js';
import { InterfaceMinutes } from './interface-minutes.js';
import { adultServicesAsked } from './person-consents.js';

export class MinuteView {
  @ApiProperty() on: string;
  @ApiProperty({ required: false, enum: interfaceDecisions }) decision?: string;
  @ApiProperty({ required: false }) minute?: string;
  @ApiProperty({ required: false }) action?: string;
  @ApiProperty({ required: false, enum: attendeeRoles }) actionBy?: string;
  @ApiProperty({ required: false }) actionDueOn?: string;
}

export class NamedCaseView extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() team: string;
  @ApiProperty() ageYears: number;
  @ApiProperty({ required: false }) stage?: string;
  @ApiProperty({ enum: ['consent', 'override'] }) basis: 'consent' | 'override';
  @ApiProperty({ required: false }) lastDiscussedOn?: string;
  @ApiProperty({ description: 'Longer ago than the protocol allows (AMB-05)' }) discussionOverdue: boolean;
  @ApiProperty({ required: false, type: MinuteView, description: 'Of the last meeting with this service by name' })
  lastMinute?: MinuteView;
}

export class AnonymousCaseView {
  @ApiProperty() ageYears: number;
  @ApiProperty({ required: false }) stage?: string;
  @ApiProperty() discussionOverdue: boolean;
}

export class AgendaView {
  @ApiProperty() on: string;
  @ApiProperty({ description: 'The adult service for which consent was looked up' }) recipient: string;
  @ApiProperty({ type: [String], description: 'Adult services for which consent can be looked up' })
  recipients: readonly string[];
  @ApiProperty({ type: [NamedCaseView] }) named: readonly NamedCaseView[];
  @ApiProperty({ type: [AnonymousCaseView], description: 'Age and stage only; after the last who is named' })
  anonymised: readonly AnonymousCaseView[];
  @ApiProperty({ description: 'How many without a name stand on the pages before' }) anonymousBefore: number;
  @ApiProperty({ required: false, description: 'Send it as `cursor` for the next page' }) next?: string;
}

export class AgendaQuery extends CursorQuery {
  @ApiProperty({
    required: false,
    description: 'Code of the adult service at the meeting (default: your organisation)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  recipient?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) team?: string;
  @ApiProperty({ required: false, description: 'Day of the meeting (default: today)' })
  @IsOptional()
  @IsString()
  asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

/** Error: `invalid-input` when it is not a cursor that an agenda gave. */
function placeOf(cursor: string | undefined): AgendaPlace | undefined {
  const place = decodeCursor(cursor, 4);
  if (!place) return undefined;
  const [list, ...rest] = place;
  if (list === 'named' && rest.every((part) => typeof part === 'string')) return place as unknown as AgendaPlace;
  if (list === 'others' && typeof rest[0] === 'string' && typeof rest[1] === 'number')
    return place as unknown as AgendaPlace;
  throw invalid('cursor', 'is not one that a page of this list gave');
}

export const getInterfaceAgenda = question({
  name: 'GetInterfaceAgenda',
  get: 'api/v1/transitions/interface-agenda',
  section: 'Transitions',
  tells: 'Agenda of the interface meeting of a day',
  rules: ['TRN-04', 'TRN-43', 'TRN-44', 'AMB-05'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'Both services sit at the meeting; names only with consent (TRN-44).',
  },
  input: AgendaQuery,
  answers: AgendaView,
  uses: [ReadSide, Clock, InterfaceMinutes],
  answer: async ({ query, asked }, readSide, clock, minutes): Promise<AgendaView> => {
    const { actor, asOf } = asked;
    // An adult clinician never sees what was agreed for another service.
    const own = actor.role === 'adult-clinician';
    // A slip of the pen must not turn everybody's line: the recipient is a code of the list.
    const wanted =
      query.recipient === undefined ? undefined : listedCode('organisations', query.recipient, 'recipient');
    const recipient = own ? actor.organisation : (wanted ?? actor.organisation);
    const { db } = readSide;
    const today = clock.today();
    const meeting = { on: asOf, today, recipient, team: query.team };
    const { next, ...agenda } = agendaOn(db, meeting, query.limit ?? defaultLimit, placeOf(query.cursor));
    const named: NamedCaseView[] = [];
    for (const one of marked(db, agenda.named, asked, today))
      named.push({ ...one, lastMinute: await minutes.last(one.id, recipient, asOf) });
    const recipients = own ? [recipient] : adultServicesAsked(db);
    return { ...agenda, named, recipients, next: next && encodeCursor(next) };
  },
  shows: everyoneIn,
});
