// Supersedes an identifier of a young person, by a new one or by none: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { supersedeReasons, type SupersedeReason } from '../../../engine/person/domain/events.js';
import { claimAndRun, releaseUnlessHeld } from '../identifiers/claiming.js';
import { IdentifierRegistry } from '../identifiers/identifier-registry.js';
import { NewIdentifier } from './new-identifier.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class SupersededIdentifier extends Dated {
  @ApiProperty({ enum: supersedeReasons }) @IsIn(supersedeReasons) why: SupersedeReason;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;

  @ApiProperty({ required: false, type: NewIdentifier })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewIdentifier)
  replacement?: NewIdentifier;
}

export class SupersedeIdentifier extends AboutPerson<Omit<SupersededIdentifier, 'on'> & { identifierId: string }> {}

@CommandHandler(SupersedeIdentifier)
export class SupersedeIdentifierHandler implements ICommandHandler<SupersedeIdentifier> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
  ) {}

  async execute({ personId, details, on, context }: SupersedeIdentifier) {
    const { identifierId, why, reason, replacement: sent } = details;
    const replacement =
      sent && this.registry.read(sent.kind, sent.value, sent.issuer ?? context.actor.organisation, 'replacement.value');
    const command = { type: 'SupersedeIdentifier', on, identifierId, why, reason, replacement } as const;
    const claims = replacement ? [replacement] : [];
    const result = await claimAndRun(this.runner, this.registry, personId, command, claims, context);
    // It was never theirs: whoever it belongs to may have it now.
    if (why === 'recorded-in-error') await this.letGo(personId, identifierId, context);
    return result;
  }

  private async letGo(personId: string, identifierId: string, context: CommandContext): Promise<void> {
    const { state } = await this.runner.journal.load(youngPerson, personId);
    const held = state.identifiers.find(({ id }) => id === identifierId);
    if (held) await releaseUnlessHeld(this.runner, this.registry, personId, { identifierId, kind: held.kind }, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class SupersedeIdentifierController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('identifiers/:identifierId/supersede')
  @CommandRoute('Supersede an identifier: it stays linked, but restricted', ['REC-34'])
  post(
    @Param('personId') personId: string,
    @Param('identifierId') identifierId: string,
    @Body() body: SupersededIdentifier,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new SupersedeIdentifier(personId, { ...details, identifierId }, on, context));
  }
}
