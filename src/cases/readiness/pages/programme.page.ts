// The page of one programme: both voices side by side, help and goals, the course of being seen alone, and what can be recorded.
import { Get, Param } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { shownTask } from '../../../engine/deadlines/pages/shown-row.js';
import { getWorklist } from '../../../engine/deadlines/queries/get-worklist.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import type { CaseNow } from '../../../engine/use-cases/case-now.js';
import { offersOf } from '../../../engine/web/forms/offered-form.js';
import { CaseHistory } from '../../../engine/web/history/case-history.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { sameDay, together } from '../../../engine/web/present/deadline.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { recordAnswers } from '../answers.js';
import { offerForm } from '../form-links.js';
import { paths as ofForms } from '../own-form/paths.js';
import { SheetsNow, type SheetNow } from '../own-form/sheets-now.js';
import { paths } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import type { ReadinessView } from '../queries/readiness-view.js';
import { listReadiness } from '../queries/list-readiness.js';
import { readinessForms } from './forms.js';
import { groupTitles, shownProgramme, titleOf } from './shown-programme.js';

@PageController()
export class ReadinessPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly history: CaseHistory,
    private readonly caseTypes: CaseTypes,
    private readonly sheetsNow: SheetsNow,
  ) {}

  @Get(paths.readiness.programme.pattern)
  async show(@VisitOf() visit: Visit, @Param('programmeId') programmeId: string): Promise<Page> {
    const { asked, today } = visit;
    const view = await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, asked));
    const now = asked.asOf === today ? await this.sheetsNow.now(view, visit) : undefined;
    const subject = (about: string) => ({ view, about, today });
    const actions = offersOf(
      readinessForms,
      groupTitles,
      { view, now, subject, ended: view.endedOn !== undefined },
      (step, about) => paths.readiness.record({ programmeId, step, about }),
    );
    return page('cases/readiness/pages/programme.njk', titleOf(view), {
      personId: view.personId,
      back: this.back(visit),
      data: {
        ...shownProgramme(view, actions, asked.asOf, this.history.nameOf),
        due: await this.due(programmeId, visit),
        formWays: now ? await this.formWays(view, now, visit) : [],
      },
    });
  }

  private back({ actor }: Visit) {
    const mayList = this.policies.of(listReadiness.name)(actor).allowed;
    return mayList ? { text: 'Ready Steady Go', href: paths.readiness.list() } : { text: 'Home', href: paths.home() };
  }

  /** To what is more than a form: a link for somebody's own phone, and a whole sheet to type in. Of what would be accepted today alone. */
  private async formWays(view: ReadinessView, now: CaseNow, visit: Visit) {
    const { id: programmeId } = view;
    const accepted = (sheets: readonly SheetNow[]) => sheets.some(({ no }) => !no);
    const ways = [];
    if (now.may(offerForm.name) && accepted(await this.sheetsNow.toGive(now, view, visit)))
      ways.push({ text: 'Give a link for a form', href: ofForms.ownForm.give({ programmeId }) });
    if (now.may(recordAnswers.name) && accepted(await this.sheetsNow.toTypeIn(now, view, visit)))
      ways.push({ text: 'Type in answers from paper', href: ofForms.ownForm.typeIn({ programmeId }) });
    return ways;
  }

  /** For whoever sees the dates of this pathway. */
  private async due(caseId: string, { asked, actor, today }: Visit) {
    const mayAsk = this.policies.of(getWorklist.name)(actor).allowed;
    const sees = mayAsk && (this.policies.pathways(getWorklist.name, actor)?.includes('readiness') ?? true);
    if (!sees) return [];
    const { items } = await this.dispatcher.ask(getWorklist.of({}, { caseId, limit: 100 }, asked));
    return together(
      items.map((row) => shownTask(row, asked.asOf, today, this.caseTypes)),
      sameDay,
    );
  }
}
