// Registers a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate, OneLine } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { idFrom } from '../../../kernel/ids.js';
import { sendStatuses, sexes } from '../../../engine/person/domain/events.js';
import { claimAndRun } from '../identifiers/claiming.js';
import { IdentifierRegistry } from '../identifiers/identifier-registry.js';
import { NewIdentifier } from './new-identifier.js';

export class NewYoungPerson {
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) givenName: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) familyName: string;
  @ApiProperty({ example: '2008-05-15' }) @IsCivilDate() birthDate: CivilDate;
  @ApiProperty({ enum: sexes, required: false }) @IsOptional() @IsIn(sexes) sex?: (typeof sexes)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) ethnicity?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(2, 12) postcode?: string;
  @ApiProperty({ enum: sendStatuses, required: false })
  @IsOptional()
  @IsIn(sendStatuses)
  sendStatus?: (typeof sendStatuses)[number];

  @ApiProperty({ required: false, description: 'Organisation that is responsible (default: yours)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  responsible?: string;

  @ApiProperty({ type: [NewIdentifier], required: false })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NewIdentifier)
  identifiers?: NewIdentifier[];
}

export const registerYoungPerson = useCase({
  name: 'RegisterYoungPerson',
  post: 'api/v1/young-people',
  section: 'Young people',
  does: 'Register a young person',
  rules: ['REC-24', 'REC-30', 'REC-31', 'REC-34', 'REC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'Whoever meets a young person first registers them; adult services receive, they do not register (TRN-20).',
  },
  input: NewYoungPerson,
  uses: [CommandRunner, IdentifierRegistry],
  handle: ({ input: details, today: on, context }, runner, registry) => {
    const { organisation } = context.actor;
    const { sendStatus = 'not-known', responsible = organisation, identifiers: sent = [], ...rest } = details;
    const id = idFrom(context.commandId, 'young-person');
    const identifiers = sent.map(({ kind, value, issuer }, index) =>
      registry.read(kind, value, issuer ?? organisation, `identifiers.${index}.value`),
    );
    const command = { type: 'Register', on, details: { ...rest, sendStatus, responsible }, identifiers } as const;
    return claimAndRun(runner, registry, id, command, identifiers, context);
  },
});
