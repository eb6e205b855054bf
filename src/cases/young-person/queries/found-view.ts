// The shape of a found young person, for the API and its documentation.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { MarkedPerson } from '../../../engine/person/person-marks.js';
import type { FoundRow } from './found-people.js';

export class FoundPerson extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() givenName: string;
  @ApiProperty() familyName: string;
  @ApiProperty({ nullable: true, type: String }) birthDate: string | null;
  @ApiProperty({ nullable: true, type: String }) nhsNumber: string | null;
  @ApiProperty({ nullable: true, type: String }) upn: string | null;
  @ApiProperty() sendStatus: string;
  @ApiProperty() responsible: string;
  @ApiProperty({ nullable: true, type: String }) movedOn: string | null;
  @ApiProperty({ nullable: true, type: String }) diedOn: string | null;
}

export class FoundPage {
  @ApiProperty({ type: [FoundPerson] }) items: FoundPerson[];
  @ApiProperty({ required: false, description: 'Send it as `cursor` for the next page' }) next?: string;
}

export const foundPerson = (row: FoundRow): FoundPerson => ({
  id: row.id,
  givenName: row['given_name'] as string,
  familyName: row['family_name'] as string,
  birthDate: row['birth_date'] as string | null,
  nhsNumber: row['nhs_number'] as string | null,
  upn: row['upn'] as string | null,
  sendStatus: row['send_status'] as string,
  responsible: row['responsible'] as string,
  movedOn: row['moved_on'] as string | null,
  diedOn: row['died_on'] as string | null,
});
