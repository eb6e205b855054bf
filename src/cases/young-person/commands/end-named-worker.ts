// Ends the assignment of a named worker: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { endReasons } from '../../../engine/person/domain/events.js';
import { AdultAccess, onlyWorkersOf } from '../profile/adult-access.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class EndedNamedWorker extends Dated {
  @ApiProperty({ enum: endReasons }) @IsIn(endReasons) why: (typeof endReasons)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export class EndNamedWorker extends AboutPerson<Omit<EndedNamedWorker, 'on'> & { assignmentId: string }> {}

@CommandHandler(EndNamedWorker)
export class EndNamedWorkerHandler implements ICommandHandler<EndNamedWorker> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly access: AdultAccess,
  ) {}

  async execute({ personId, details, on, context }: EndNamedWorker) {
    await this.access.checkById(context.actor, personId);
    const command = { ...details, type: 'EndNamedWorker', on, onlyOf: onlyWorkersOf(context.actor) } as const;
    return this.runner.run(youngPerson, personId, command, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class EndNamedWorkerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('named-workers/:assignmentId/end')
  @CommandRoute('End the assignment of a named worker', ['TRN-24'])
  post(
    @Param('personId') personId: string,
    @Param('assignmentId') assignmentId: string,
    @Body() body: EndedNamedWorker,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const [details, on] = dated(body, today);
    return this.dispatcher.send(new EndNamedWorker(personId, { ...details, assignmentId }, on, context));
  }
}
