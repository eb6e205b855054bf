// Assigns a named worker, or another role around a young person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { OneLine } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { hasLeft, worksFor } from '../../../rules/directory/current.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { invalid } from '../../../kernel/errors.js';
import { idFrom } from '../../../kernel/ids.js';
import { youngPerson } from '../domain/decide.js';
import { workerRoleCodes } from '../../../engine/person/domain/events.js';
import { AdultAccess, onlyWorkersOf } from '../profile/adult-access.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class NewNamedWorker extends Dated {
  @ApiProperty({ enum: workerRoleCodes }) @IsIn(workerRoleCodes) role: string;
  @ApiProperty({ description: 'Id of the worker as an actor' }) @IsString() @Length(1, 120) workerId: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;

  @ApiProperty({
    required: false,
    description: 'The organisation of the worker (default: that of their account, else yours)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  organisation?: string;
}

export class AssignNamedWorker extends AboutPerson<Omit<NewNamedWorker, 'on'>> {}

@CommandHandler(AssignNamedWorker)
export class AssignNamedWorkerHandler implements ICommandHandler<AssignNamedWorker> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly access: AdultAccess,
  ) {}

  async execute({ personId, details, on, context }: AssignNamedWorker) {
    await this.access.checkById(context.actor, personId);
    if (hasLeft(details.workerId, on)) throw invalid('workerId', 'has left', 'TRN-24');
    const worksAt = worksFor(details.workerId);
    const { organisation = worksAt ?? context.actor.organisation, ...rest } = details;
    if (worksAt !== undefined && worksAt !== organisation)
      throw invalid('organisation', 'is not the one that this worker has an account of', 'TRN-24');
    const worker = { ...rest, organisation, assignmentId: idFrom(context.commandId, 'named-worker') };
    const command = { type: 'AssignNamedWorker', on, worker, onlyOf: onlyWorkersOf(context.actor) } as const;
    return this.runner.run(youngPerson, personId, command, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class AssignNamedWorkerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('named-workers')
  @CommandRoute('Assign a named worker: the one before ends on the same day and stays in the history', [
    'TRN-24',
    'TRN-09',
  ])
  post(
    @Param('personId') personId: string,
    @Body() body: NewNamedWorker,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AssignNamedWorker(personId, ...dated(body, today), context));
  }
}
