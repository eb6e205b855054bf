// Family and other people to contact, and what is known of their parental responsibility (TRN-41).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../engine/api/field-checks.js';
import {
  parentalResponsibilities,
  youngPersonEvents as events,
  type DataOf,
  type ParentalResponsibility,
} from '../../engine/person/domain/events.js';
import type { HeldContact, YoungPerson } from '../../engine/person/domain/state.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { personUseCase } from './person-use-case.js';

export class NewContact extends Dated {
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
  @ApiProperty({ example: 'mother' }) @IsString() @Length(1, 100) relationship: string;

  @ApiProperty({ enum: parentalResponsibilities })
  @IsIn(parentalResponsibilities)
  parentalResponsibility: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty() @IsBoolean() mayBeContacted: boolean;
}

export const addContact = personUseCase({
  name: 'AddContact',
  asks: 'AddContact',
  post: 'api/v1/young-people/:personId/contacts',
  does: 'Add a contact',
  rules: ['TRN-41'],
  input: NewContact,
  command: ({ details, on, context }) => ({
    on,
    contact: { ...details, contactId: idFrom(context.commandId, 'contact') },
  }),
  decide({ on, contact }: { readonly on: CivilDate; readonly contact: DataOf<'contactAdded'> }, person) {
    if (person.contacts.some(({ id }) => id === contact.contactId)) {
      throw new OnwardError('already-exists', { detail: 'This contact was added already.' });
    }
    return [events.contactAdded.fact(on, contact)];
  },
  noForm: missing,
});

export class ChangedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) name?: string;
  @ApiProperty({ required: false, example: 'mother' }) @IsOptional() @IsString() @Length(1, 100) relationship?: string;

  @ApiProperty({ required: false, enum: parentalResponsibilities })
  @IsOptional()
  @IsIn(parentalResponsibilities)
  parentalResponsibility?: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() mayBeContacted?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const changeContact = personUseCase({
  name: 'ChangeContact',
  asks: 'ChangeContact',
  post: 'api/v1/young-people/:personId/contacts/:contactId/changes',
  does: 'Change a contact',
  rules: [],
  input: ChangedContact,
  command: ({ at: { contactId }, details, on }) => ({ on, contact: { ...details, contactId } }),
  decide({ on, contact }: { readonly on: CivilDate; readonly contact: DataOf<'contactChanged'> }, person) {
    const held = contactOf(person, contact.contactId);
    if (held.to !== undefined) {
      throw refuse('REC-11', `This contact ended on ${held.to} and cannot be changed.`, {
        help: 'Add the person as a contact anew.',
      });
    }
    const { contactId: _, reason: __, ...changes } = contact;
    if (Object.values(changes).every((value) => value === undefined)) throw invalid('contact', 'must change something');
    return [events.contactChanged.fact(on, contact)];
  },
  noForm: missing,
});

export class EndedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

interface ContactEnded {
  readonly on: CivilDate;
  readonly contactId: string;
  readonly reason?: string;
}

export const endContact = personUseCase({
  name: 'EndContact',
  asks: 'EndContact',
  post: 'api/v1/young-people/:personId/contacts/:contactId/end',
  does: 'End a contact',
  rules: [],
  input: EndedContact,
  decide({ on, contactId, reason }: ContactEnded, person) {
    const held = contactOf(person, contactId);
    if (held.to !== undefined) return [];
    if (on < held.from) throw invalid('on', `is before the contact was added, on ${held.from}`);
    return [events.contactEnded.fact(on, { contactId, reason })];
  },
  noForm: missing,
});

function contactOf(person: YoungPerson, contactId: string): HeldContact {
  const held = person.contacts.find(({ id }) => id === contactId);
  if (!held)
    throw new OnwardError('not-found', { detail: `This young person has no contact with the id ${contactId}.` });
  return held;
}
