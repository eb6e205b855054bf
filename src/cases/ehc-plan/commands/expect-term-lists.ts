// Says that a term starts, for every institution with a review in it, so that each list stands in the worklist: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { termList } from '../domain/term-lists/term-list.js';
import { termOf } from '../domain/term-lists/terms.js';
import { expectation } from '../term-lists/expectation.js';
import { institutionsOf } from '../term-lists/institutions-of.js';
import { termListId } from '../term-lists/list-as-of.js';

export class TermToExpect {
  @ApiProperty({ example: '2026-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
}

/** One answer for each list, in the order of the institutions; `position` is that of the last. */
export interface ExpectedLists {
  readonly lists: readonly (CommandResult & { readonly institution: string | null })[];
  readonly position: CommandResult['position'];
}

export class ExpectTermLists extends OnwardCommand<ExpectedLists> {
  constructor(
    readonly term: string,
    readonly details: TermToExpect,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ExpectTermLists)
export class ExpectTermListsHandler implements ICommandHandler<ExpectTermLists> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readSide: ReadSide,
  ) {}

  async execute({ term: termId, details, context }: ExpectTermLists): Promise<ExpectedLists> {
    const { on, authority = context.actor.organisation } = details;
    const term = termOf(authority, termId);
    const lists: (CommandResult & { institution: string | null })[] = [];
    // Again after an interruption it goes on: each list is a case of its own, and what is expected already adds nothing.
    for (const { institution } of institutionsOf(this.readSide.db, authority, term, on)) {
      const id = termListId(authority, term, institution);
      const result = await this.runner.run(termList, id, expectation(authority, term, institution, on), context);
      lists.push({ ...result, institution: institution ?? null });
    }
    return { lists, position: lists.at(-1)?.position };
  }
}

@ApiTags('Term lists')
@Controller('api/v1/term-lists')
export class ExpectTermListsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':term/expected')
  @CommandRoute('The lists of a term are expected: they stand in the worklist until they are sent', ['EHC-11'])
  post(
    @Param('term') term: string,
    @Body() details: TermToExpect,
    @Context() context: CommandContext,
  ): Promise<ExpectedLists> {
    return this.dispatcher.send(new ExpectTermLists(term, details, context));
  }
}
