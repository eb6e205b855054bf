// Registers a young person: DTO, command, handler and route.
import { Body, Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate, OneLine } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
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

export class RegisterYoungPerson extends OnwardCommand {
  constructor(
    readonly details: NewYoungPerson,
    readonly on: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RegisterYoungPerson)
export class RegisterYoungPersonHandler implements ICommandHandler<RegisterYoungPerson> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
  ) {}

  execute({ details, on, context }: RegisterYoungPerson) {
    const { organisation } = context.actor;
    const { sendStatus = 'not-known', responsible = organisation, identifiers: sent = [], ...rest } = details;
    const id = idFrom(context.commandId, 'young-person');
    const identifiers = sent.map(({ kind, value, issuer }, index) =>
      this.registry.read(kind, value, issuer ?? organisation, `identifiers.${index}.value`),
    );
    const command = { type: 'Register', on, details: { ...rest, sendStatus, responsible }, identifiers } as const;
    return claimAndRun(this.runner, this.registry, id, command, identifiers, context);
  }
}

@ApiTags('Young people')
@Controller('api/v1/young-people')
export class RegisterYoungPersonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Register a young person', ['REC-24', 'REC-30', 'REC-31', 'REC-34', 'REC-35'])
  post(
    @Body() details: NewYoungPerson,
    @Today() on: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RegisterYoungPerson(details, on, context));
  }
}
