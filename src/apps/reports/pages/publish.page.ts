// Publishes the figures of the area by a profile: once more before it is recorded, since it stays.
import { Body, Get, Post, Query } from '@nestjs/common';
import { Policies } from '../../../engine/access/policy.js';
import { formatDate } from '../../../kernel/calendar/index.js';
import { OnwardError, refuse } from '../../../kernel/errors.js';
import { form } from '../../../engine/web/forms/form.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { PageController } from '../../../engine/web/page-controller.js';
import type { Page, Redirect } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { AreaFigures } from '../area/area-figures.js';
import { publishFigures as publishFiguresUseCase, type FiguresToPublish } from '../commands/publish-figures.js';
import { publicProfiles } from '../domain/publication.js';
import { profileOf } from '../publication/profiles.js';
import { AreaQuery } from './area-query.js';

type Raw = Readonly<Record<string, unknown>>;

const publishFigures = (details: FiguresToPublish) =>
  form({
    title: `Publish the figures of ${formatDate(details.asOf)}`,
    lead: `${profileOf(details.profile).title}. They are recorded as that page shows them, with the day and with your name. Whatever is recorded, corrected or forgotten later, these figures of this day stay as published.`,
    button: 'Publish',
    cannotBeUndone: true,
    recorded: 'The figures are published. Their files are there now.',
    questions: () => ({}),
    command: (_, subject: FiguresToPublish, context) => publishFiguresUseCase.of({}, subject, context),
  });

@PageController()
export class PublishPage {
  constructor(
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly figures: AreaFigures,
  ) {}

  @Get(paths.reports.publish.pattern)
  async show(@VisitOf() visit: Visit, @Query() raw: Raw): Promise<Page> {
    const place = await this.place(raw, visit);
    return this.flow.show(publishFigures(place.subject), place, visit);
  }

  @Post(paths.reports.publish.pattern)
  async submit(@VisitOf() visit: Visit, @Query() raw: Raw, @Body() body: object): Promise<Page | Redirect> {
    const place = await this.place(raw, visit);
    return this.flow.submit(publishFigures(place.subject), place, visit, body);
  }

  private async place(raw: Raw, { actor, asked, today }: Visit): Promise<Place<FiguresToPublish>> {
    this.policies.require(publishFiguresUseCase.name, actor);
    const { profile: name } = await readQuery(AreaQuery, withoutBlanks(raw).given);
    const profile = publicProfiles.find((each) => each === name);
    if (profile === undefined)
      throw refuse('REC-41', 'Exact figures are for those inside and are not published.', {
        help: 'Choose on the page of the area for whose eyes they are.',
      });
    if (asked.asOf >= today)
      throw new OnwardError('invalid-input', {
        detail: `Figures of ${formatDate(asked.asOf)} are not published: that day has not ended.`,
        help: 'Choose on the page of the area a day that has passed.',
      });
    // What the page of the area would not show cannot be published either: its own answer, before the button.
    await this.figures.under(profileOf(profile), asked);
    const href = paths.reports.area({}, { asOf: asked.asOf, profile });
    return {
      subject: { profile, asOf: asked.asOf },
      back: { text: 'The area', href },
      next: href,
      // Nothing was there before that it could meet.
      changes: () => Promise.resolve([]),
    };
  }
}
