// Publishes the figures of the area by a profile, of a day: from then on they stand as they were published.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { refuse } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { paths } from '../../paths.js';
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

/**
 * Errors: `refused-by-rule` (REC-41) by a profile that is for no figure of the area; `invalid-input` for a day that has not ended;
 * `not-caught-up` while the lists do not show everything that was recorded.
 */
export const publishFigures = useCase({
  name: 'PublishFigures',
  post: 'api/v1/reports/publications',
  section: 'Reports',
  does: 'Publish the figures of the area by a profile: they stay as published',
  rules: ['REC-12', 'REC-40', 'REC-41'],
  who: { roles: ['manager'], because: 'What leaves the area in figures is published by who answers for it.' },
  input: FiguresToPublish,
  page: paths.reports.publish.pattern,
  uses: [CommandRunner, AreaFigures, ReadSide],
  handle: async (
    { input: { profile: name, asOf }, today: on, context },
    runner,
    figures,
    readSide,
  ): Promise<CommandResult> => {
    const profile = profileOf(name);
    const { actor, correlationId } = context;
    const id = publicationId(name, asOf);
    const details = {
      type: 'Publish',
      on,
      report: 'area',
      profile: name,
      asOf,
      by: actor.id,
    } as const;
    // Sent twice: the first stands, and nothing has to be reckoned for the second.
    const { state } = await runner.journal.load(publication, id);
    if (state.published) return runner.run(publication, id, { ...details, figures: [], settings: [] }, context);
    const { found: reckoned, position } = await fromWholeLists(runner.journal.store, readSide, () =>
      figures.reckoned({ actor, asOf, correlationId }),
    );
    const theirs = reckoned.filter(({ kind }) => isFor(kind, profile));
    if (theirs.length === 0) throw refuse('REC-41', `“${profile.title}” is for none of the figures of the area.`);
    return runner.run(
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
  },
});
