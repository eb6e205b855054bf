// The summary for the GP or the adult team as a letter of one page, before it is sent and after (RSG-11).
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { words } from '../../../engine/web/present/words.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { summaryRecipients } from '../domain/codes.js';
import { paths } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import type { ReadinessView } from '../queries/readiness-view.js';
import { recipients, titleOf } from './shown-programme.js';

type At = Readonly<Record<'programmeId' | 'to', string>>;

const on = (date: string | undefined): string | undefined => date && formatDate(date as CivilDate);

@PageController()
export class SummaryPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.readiness.summary.pattern)
  async show(@VisitOf() { asked }: Visit, @Param() { programmeId, to: asks }: At): Promise<Page> {
    const to = summaryRecipients.find((each) => each === asks);
    const now = await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, asked));
    // A letter that has gone is shown as of the day on which it went; what was recorded later of that day stands in it too, and the page says so.
    const sentOn = now.summaries.findLast((one) => one.to === to)?.on as CivilDate | undefined;
    const view =
      sentOn === undefined
        ? now
        : await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, { ...asked, asOf: sentOn }));
    // Whoever reads no words reads no letter; the adult service what was sent (SHARE matrix).
    const sent = view.summaries.some((one) => one.to === to && one.summary !== undefined);
    if (!to || (view.withoutWords && !sent)) throw notFound('summary that you may read of programme', programmeId);
    return page('cases/readiness/pages/summary.njk', `Summary for ${recipients[to] ?? to}`, {
      personId: view.personId,
      back: { text: titleOf(view), href: paths.readiness.programme({ programmeId }) },
      data: { asOf: asked.asOf, ...shownSummary(view, to) },
    });
  }
}

/** As the programme stands; what was written is of the last one that was sent. */
function shownSummary(view: ReadinessView, to: string) {
  const sent = view.summaries.findLast((one) => one.to === to);
  const alone = view.visits.at(-1);
  const { passport } = view;
  const facts = [
    { key: 'From', value: `${words(view.service)}, ${words(view.organisation)}` },
    { key: 'Ready Steady Go', value: `${words(view.stage)} since ${on(view.stages.at(-1)?.on) ?? ''}` },
    {
      key: 'Adult service',
      value: view.transferred
        ? `${words(view.transferred.organisation)}, moved on ${on(view.transferred.on) ?? ''}`
        : view.adultServicesMet
            .map(({ organisation, on: met }) => `met ${words(organisation)} on ${on(met) ?? ''}`)
            .join('; '),
    },
    { key: 'Move to adult services', value: view.transferred ? undefined : on(view.transferOn) },
    { key: 'First adult clinic', value: on(view.firstClinicOn) },
    { key: 'Seen alone at the last visit', value: alone && `${words(alone.seenAlone)}, ${on(alone.on) ?? ''}` },
  ];
  return {
    sentOn: sent?.on,
    facts: facts.filter(({ value }) => value !== undefined && value !== ''),
    summary: sent?.summary,
    passport: passport && [passport.aboutMe, passport.helpsMe, passport.whenUnwell].filter(Boolean).join('\n'),
    help: helpOf(view, (askedBy) => askedBy !== 'parent'),
    helpOfParents: helpOf(view, (askedBy) => askedBy === 'parent'),
    goals: view.goals.filter(({ open }) => open).flatMap(({ goal }) => goal ?? []),
  };
}

/** Two voices: what a parent or carer asked for is never told as the young person's. A topic that was asked twice stands once. */
const helpOf = ({ helps }: ReadinessView, isAsker: (askedBy: string) => boolean): readonly string[] => [
  ...new Set(
    helps.filter((one) => one.addressedOn === undefined && isAsker(one.askedBy)).flatMap(({ what }) => what ?? []),
  ),
];
