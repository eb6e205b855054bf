// Two clocks: what was true on a date, and what was known on a date, of every case of a person.
import { Get, Param, Query } from '@nestjs/common';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { parseStream } from '../../../kernel/decider.js';
import { optionalDate } from '../../web/forms/questions.js';
import { readForm, shownFields, summaryOf, typedOf } from '../../web/forms/read-form.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { getState } from '../queries/get-state.js';
import { streamsAbout } from '../queries/person-history.js';
import { asked as askedInWords, shownCase, type Clocks } from './shown-then.js';

const questions = {
  trueOn: optionalDate({ label: 'What was true on', what: 'The day of what was true', mayBeAhead: false }),
  knownOn: optionalDate({ label: 'What was known on', what: 'The day of what was known', mayBeAhead: false }),
};

/** Keeps one number from belonging to two people; the person's own record tells the same. */
const bookkeeping = 'identifier';

@PageController()
export class ThenPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
    private readonly readSide: ReadSide,
    private readonly caseTypes: CaseTypes,
  ) {}

  @Get(paths.history.then.pattern)
  async show(
    @VisitOf() visit: Visit,
    @Param('personId') personId: string,
    @Query() raw: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const typed = typedOf(raw);
    const { answers, troubles } = readForm(questions, typed, visit.today);
    const clocks = (answers ?? {}) as Clocks;
    const wanted = clocks.trueOn !== undefined || clocks.knownOn !== undefined;
    // Asked in any case: nobody learns by an empty form whether there is such a person.
    this.policies.require(getState.name, visit.actor);
    const cases = await this.cases(personId, wanted ? clocks : undefined, visit);
    return page('engine/audit/pages/then.njk', 'What was true, what was known', {
      status: troubles.length > 0 ? 400 : 200,
      personId,
      back: { text: 'History, step by step', href: paths.history.steps({ personId }) },
      problems: summaryOf(questions, troubles),
      data: {
        fields: shownFields(questions, typed, troubles),
        action: paths.history.then({ personId }),
        asked: askedInWords(clocks),
        cases,
      },
    });
  }

  private async cases(personId: string, clocks: Clocks | undefined, { asked, actor }: Visit) {
    const allowed = this.policies.pathways(getState.name, actor);
    const streams = streamsAbout(this.readSide, this.caseTypes, personId, allowed).filter((stream) => {
      const { category } = parseStream(stream);
      return category !== bookkeeping && this.caseTypes.of(category) !== undefined;
    });
    if (!clocks) return [];
    const view = { asOf: clocks.trueOn, knownOn: clocks.knownOn };
    const nameOf = (id: string) => this.directory.nameOf(id);
    const found = [];
    for (const stream of streams)
      found.push(shownCase(await this.dispatcher.ask(getState.of({ stream }, view, asked)), nameOf));
    return found;
  }
}
