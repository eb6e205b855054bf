// Publishes the figures of the area by a profile, of a day: from then on they stand as they were published. DTO, command, handler and route.
import { Body, Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { refuse } from '../../../kernel/errors.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { AreaFigures } from '../area/area-figures.js';
import { publishedFigure } from '../area/published-figure.js';
import { recordedFigure } from '../area/recorded-figure.js';
import { publication, publicProfiles, type PublicProfile } from '../domain/publication.js';
import { isFor, profileOf } from '../publication/profiles.js';
import { fromWholeLists } from '../publication/whole-lists.js';
import { publicationId } from '../queries/get-publication.js';

export class FiguresToPublish {
  @ApiProperty({ enum: publicProfiles, description: 'How exactly the counts are shown (REC-41)' })
  @IsIn(publicProfiles)
  profile: PublicProfile;
  @ApiProperty({ description: 'Day of the figures', example: '2026-08-31' }) @IsCivilDate() asOf: CivilDate;
}

export class PublishFigures extends OnwardCommand {
  constructor(
    readonly details: FiguresToPublish,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(PublishFigures)
export class PublishFiguresHandler implements ICommandHandler<PublishFigures> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly figures: AreaFigures,
    private readonly clock: Clock,
    private readonly readSide: ReadSide,
  ) {}

  /**
   * Errors: `refused-by-rule` (REC-41) by a profile that is for no figure of the area; `invalid-input` for a day that has not ended;
   * `not-caught-up` while the lists do not show everything that was recorded.
   */
  async execute({ details: { profile: name, asOf }, context }: PublishFigures): Promise<CommandResult> {
    const profile = profileOf(name);
    const { actor, correlationId } = context;
    const id = publicationId(name, asOf);
    const details = {
      type: 'Publish',
      on: this.clock.today(),
      report: 'area',
      profile: name,
      asOf,
      by: actor.id,
    } as const;
    // Sent twice: the first stands, and nothing has to be reckoned for the second.
    const { state } = await this.runner.journal.load(publication, id);
    if (state.published) return this.runner.run(publication, id, { ...details, figures: [], settings: [] }, context);
    const { found: reckoned, position } = await fromWholeLists(this.runner.journal.store, this.readSide, () =>
      this.figures.reckoned({ actor, asOf, correlationId }),
    );
    const theirs = reckoned.filter(({ kind }) => isFor(kind, profile));
    if (theirs.length === 0) throw refuse('REC-41', `“${profile.title}” is for none of the figures of the area.`);
    return this.runner.run(
      publication,
      id,
      {
        ...details,
        figures: theirs.map((figure) => recordedFigure(publishedFigure(figure, profile))),
        settings: [...new Set(theirs.flatMap(({ choices = [] }) => choices))],
        position,
      },
      context,
    );
  }
}

@ApiTags('Reports')
@Controller('api/v1/reports/publications')
export class PublishFiguresController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Publish the figures of the area by a profile: they stay as published', ['REC-12', 'REC-40', 'REC-41'])
  post(@Body() details: FiguresToPublish, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new PublishFigures(details, context));
  }
}
