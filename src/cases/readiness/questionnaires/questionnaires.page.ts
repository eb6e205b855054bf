// The questionnaires that are asked here, in every version, and one of them: to read, to print as a blank form, to take as a file.
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import type { PageReply } from '../../../engine/web/http.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from './paths.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { questionnaireFile } from '../domain/questionnaires/file.js';
import { getQuestionnaire, listQuestionnaires } from './ask-questionnaires.js';
import { loadQuestionnaire } from './load-questionnaire.js';
import { voiceWords } from './voice-words.js';

interface AtQuestionnaire {
  readonly questionnaire: string;
  readonly version: string;
}

@PageController()
export class QuestionnairesPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.questionnaires.list.pattern)
  async list(@VisitOf() { asked, actor }: Visit): Promise<Page> {
    const { items } = await this.dispatcher.ask(listQuestionnaires.of({}, {}, asked));
    const mayLoad = this.policies.of(loadQuestionnaire.name)(actor).allowed;
    return page('cases/readiness/questionnaires/questionnaires.njk', 'Questionnaires of Ready Steady Go', {
      data: {
        load: mayLoad ? paths.questionnaires.load() : undefined,
        rows: items.map(({ id: questionnaire, version, voice, ...each }) => ({
          ...each,
          version,
          by: voiceWords[voice],
          href: paths.questionnaires.one({ questionnaire, version: String(version) }),
        })),
      },
    });
  }

  @Get(paths.questionnaires.one.pattern)
  async show(@VisitOf() { asked }: Visit, @Param() at: AtQuestionnaire, @Query('print') print = ''): Promise<Page> {
    const sheet = await this.dispatcher.ask(getQuestionnaire.of({ ...at }, {}, asked));
    const large = print === 'large';
    return page('cases/readiness/questionnaires/questionnaire.njk', sheet.title, {
      back: { text: 'Questionnaires of Ready Steady Go', href: paths.questionnaires.list() },
      data: {
        sheet,
        large,
        by: voiceWords[sheet.voice],
        file: paths.questionnaires.file({ ...at }),
        otherSize: paths.questionnaires.one({ ...at }, { print: large ? undefined : 'large' }),
      },
    });
  }
}

/** Answers a file and no page, so it stands outside the frame. */
@ApiExcludeController()
@Controller()
export class QuestionnaireFileDownload {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.questionnaires.file.pattern)
  async file(
    @VisitOf() { asked }: Visit,
    @Param() at: AtQuestionnaire,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<string> {
    const sheet = await this.dispatcher.ask(getQuestionnaire.of({ ...at }, {}, asked));
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="onward-questionnaire-${sheet.id}.json"`)
      .header('cache-control', 'no-store');
    return questionnaireFile(sheet);
  }
}
