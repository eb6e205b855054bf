// Adds an identifier to a young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { claimAndRun } from '../identifiers/claiming.js';
import { IdentifierRegistry } from '../identifiers/identifier-registry.js';
import { NewIdentifier } from './new-identifier.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class AddedIdentifier extends Dated {
  @ApiProperty({ type: NewIdentifier })
  @IsDefined()
  @ValidateNested()
  @Type(() => NewIdentifier)
  identifier: NewIdentifier;
}

export class AddIdentifier extends AboutPerson<Omit<AddedIdentifier, 'on'>> {}

@CommandHandler(AddIdentifier)
export class AddIdentifierHandler implements ICommandHandler<AddIdentifier> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
  ) {}

  execute({ personId, details, on, context }: AddIdentifier) {
    const { kind, value, issuer = context.actor.organisation } = details.identifier;
    const identifier = this.registry.read(kind, value, issuer, 'identifier.value');
    return claimAndRun(
      this.runner,
      this.registry,
      personId,
      { type: 'AddIdentifier', on, identifier },
      [identifier],
      context,
    );
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class AddIdentifierController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('identifiers')
  @CommandRoute('Add an identifier', ['REC-30', 'REC-31', 'REC-34', 'REC-35'])
  post(
    @Param('personId') personId: string,
    @Body() body: AddedIdentifier,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AddIdentifier(personId, ...dated(body, today), context));
  }
}
