// A school or college as the API and its pages answer it.
import { ApiProperty } from '../../api/api-property.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { schoolStatuses, type SchoolStatus } from '../domain/school.js';

export class SchoolLine {
  @ApiProperty({ example: '998001' }) urn: string;
  @ApiProperty({ type: String, nullable: true }) ukprn: string | null;
  @ApiProperty({ description: 'As the list has it now' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: 'Community school' }) type: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Primary' }) phase: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'DfE number of the authority in whose area it lies' })
  authority: string | null;
  @ApiProperty({ enum: schoolStatuses, description: 'As the register has it' }) status: SchoolStatus;
  @ApiProperty({ type: String, nullable: true, description: 'Null where it is not known' }) opensOn: CivilDate | null;
  @ApiProperty({ type: String, nullable: true, description: 'Its last day' }) closesOn: CivilDate | null;
  @ApiProperty({ description: 'Whether somebody can be placed there on the day asked for' }) open: boolean;
}

export class SchoolsPage {
  @ApiProperty({ type: [SchoolLine] }) items: SchoolLine[];
  @ApiProperty({ required: false }) next?: string;
}

export class SchoolCalled {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: from ever, as far as the lists know' })
  from: CivilDate | null;
}

export class SchoolLinked {
  @ApiProperty() urn: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the list does not have it' })
  name: string | null;
  @ApiProperty({ type: String, nullable: true }) on: CivilDate | null;
}

export class SchoolView extends SchoolLine {
  @ApiProperty({ description: 'Day of the list that said so' }) listedOn: CivilDate;
  @ApiProperty({ type: [SchoolCalled], description: 'The newest last' }) called: readonly SchoolCalled[];
  @ApiProperty({ type: [SchoolLinked] }) predecessors: readonly SchoolLinked[];
  @ApiProperty({ type: [SchoolLinked] }) successors: readonly SchoolLinked[];
}

export interface SchoolRow {
  readonly id: string;
  readonly urn: string;
  readonly ukprn: string | null;
  readonly name: string;
  readonly sort_name: string;
  readonly type: string | null;
  readonly phase: string | null;
  readonly authority: string | null;
  readonly status: SchoolStatus;
  readonly opens_on: CivilDate | null;
  readonly closes_on: CivilDate | null;
  readonly listed_on: CivilDate;
}

const isOpen = ({ status, opens_on, closes_on }: SchoolRow, day: CivilDate): boolean =>
  (opens_on === null ? status !== 'proposed' : day >= opens_on) &&
  (closes_on === null ? status !== 'closed' : day <= closes_on);

export function shownSchool(row: SchoolRow, day: CivilDate): SchoolLine {
  const { urn, ukprn, name, type, phase, authority, status, opens_on, closes_on } = row;
  return {
    ...{ urn, ukprn, name, type, phase, authority, status },
    ...{ opensOn: opens_on, closesOn: closes_on, open: isOpen(row, day) },
  };
}
