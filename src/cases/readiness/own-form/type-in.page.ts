// Typing in what was answered on paper, or asked and noted by staff: one page for a sheet, with its questions, said to be so (RSG-04, RSG-05).
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import type { No } from '../../../engine/use-cases/case-now.js';
import { FormFlow, type Place } from '../../../engine/web/forms/form-flow.js';
import { form, type Form } from '../../../engine/web/forms/form.js';
import type { Question } from '../../../engine/web/forms/question.js';
import { date, freeText, one, oneOrNone } from '../../../engine/web/forms/questions.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page, type Redirect } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { recordAnswers } from '../answers.js';
import type { waysByStaff } from '../domain/codes.js';
import type { AnswerCode } from '../domain/questionnaires/answers.js';
import { itemsOf } from '../domain/questionnaires/questionnaire.js';
import { readinessKind } from '../domain/readiness-kind.js';
import { paths as ofProgrammes } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import { getQuestionnaire, type WholeQuestionnaire } from '../questionnaires/ask-questionnaires.js';
import { voiceWords } from '../questionnaires/voice-words.js';
import { answerWords } from './own-form-words.js';
import { paths } from './paths.js';
import { notNowLines, SheetsNow } from './sheets-now.js';
import { answerName, commentName } from './typed-answers.js';

interface At {
  readonly programmeId: string;
}
interface AtSheet extends At {
  readonly questionnaire: string;
  readonly version: string;
}

interface Typing {
  readonly programmeId: string;
  readonly sheet: WholeQuestionnaire;
}

type How = (typeof waysByStaff)[number];

/** The name of an answer is the item's in what is sent. */
function questionsOf({ sheet }: Typing): Readonly<Record<string, Question<unknown>>> {
  const ticks = answerWords(sheet.voice, false).filter(({ value }) => value !== '');
  const items = itemsOf(sheet).flatMap(({ id, label }) => [
    [answerName(id), oneOrNone<AnswerCode>({ label, options: ticks })],
    [commentName(id), freeText({ label: `What they wrote about: ${label}` })],
  ]);
  return {
    on: date({ label: 'When did they answer it?', what: 'The day on which they answered' }),
    how: one<How>({
      label: 'How did they answer?',
      options: [
        { value: 'paper', text: 'On paper', hint: 'It is shown as typed in by staff from paper' },
        { value: 'with-staff', text: 'With staff, who noted their words' },
      ],
      none: 'Choose how they answered',
    }),
    ...(Object.fromEntries(items) as Record<string, Question<unknown>>),
  };
}

const typeIn = (sheet: WholeQuestionnaire, no?: No): Form<Typing> =>
  form<Readonly<Record<string, Question<unknown>>>, Typing>({
    title: `Type in: ${sheet.title}`,
    whyNot: () => no,
    lead: `Only what ${voiceWords[sheet.voice]} answered themselves, in their words. Leave blank what they left blank (RSG-05).`,
    button: 'Record their answers',
    recorded: 'Their answers are recorded, as typed in by staff.',
    questions: questionsOf,
    command(answers, { programmeId }, context) {
      const said = itemsOf(sheet).map(({ id }) => ({
        item: id,
        answer: answers[answerName(id)] as AnswerCode | undefined,
        comment: answers[commentName(id)] as string | undefined,
      }));
      const { id: questionnaire, version, voice } = sheet;
      const given = said.filter(({ answer, comment }) => answer !== undefined || comment !== undefined);
      const about = { on: answers['on'] as CivilDate, how: answers['how'] as How };
      return recordAnswers.of({ programmeId }, { ...about, questionnaire, version, voice, answers: given }, context);
    },
  });

@PageController()
export class TypeInPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly sheetsNow: SheetsNow,
  ) {}

  /** Which sheet lies there, of those that would be accepted: every version, because paper may be older than what is asked today. */
  @Get(paths.ownForm.typeIn.pattern)
  async choose(@VisitOf() visit: Visit, @Param() at: At, @Query('older') older?: string): Promise<Page> {
    const view = await this.programme(at, visit);
    const sheets = await this.sheetsNow.toTypeIn(await this.sheetsNow.now(view, visit), view, visit);
    const accepted = sheets.flatMap(({ sheet, no }) => (no ? [] : [sheet]));
    const shown = accepted.filter(({ newest }) => newest || older === 'yes');
    return page('cases/readiness/own-form/type-in.njk', 'Type in answers from paper', {
      personId: view.personId,
      back: backTo(at),
      data: {
        older:
          older === 'yes' || shown.length === accepted.length
            ? undefined
            : paths.ownForm.typeIn({ ...at }, { older: 'yes' }),
        notNow: notNowLines(sheets.filter(({ sheet }) => sheet.newest)),
        sheets: shown.map(({ id, version, title, voice }) => {
          const names = { questionnaire: id, version: String(version) };
          return {
            ...{ title, version, by: voiceWords[voice] },
            href: paths.ownForm.typeInSheet({ ...at, ...names }),
          };
        }),
      },
    });
  }

  @Get(paths.ownForm.typeInSheet.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: AtSheet): Promise<Page> {
    const sheet = await this.sheet(at, visit);
    const view = await this.programme(at, visit);
    const sheets = await this.sheetsNow.toTypeIn(await this.sheetsNow.now(view, visit), view, visit);
    const tried = sheets.find((one) => one.sheet.id === sheet.id && one.sheet.version === sheet.version);
    return this.flow.show(typeIn(sheet, tried?.no), await this.place(at, sheet, visit), visit);
  }

  @Post(paths.ownForm.typeInSheet.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: AtSheet, @Body() body: object): Promise<Page | Redirect> {
    const sheet = await this.sheet(at, visit);
    return this.flow.submit(typeIn(sheet), await this.place(at, sheet, visit), visit, body);
  }

  private sheet({ questionnaire, version }: AtSheet, { asked }: Visit): Promise<WholeQuestionnaire> {
    return this.dispatcher.ask(getQuestionnaire.of({ questionnaire, version }, {}, asked));
  }

  private programme({ programmeId }: At, { actor, asked, today }: Visit) {
    this.policies.require(recordAnswers.name, actor);
    return this.dispatcher.ask(getReadiness.of({ programmeId }, {}, { ...asked, asOf: today }));
  }

  private async place(at: AtSheet, sheet: WholeQuestionnaire, visit: Visit): Promise<Place<Typing>> {
    const { personId } = await this.programme(at, visit);
    const { programmeId } = at;
    return {
      subject: { programmeId, sheet },
      personId,
      ofCase: { kind: readinessKind, id: programmeId },
      back: backTo(at),
      next: ofProgrammes.readiness.programme({ programmeId }),
      // What somebody else recorded of the programme meanwhile changes nothing of what stands on the paper.
      changes: () => Promise.resolve([]),
    };
  }
}

const backTo = ({ programmeId }: At) => ({
  text: 'The readiness programme',
  href: ofProgrammes.readiness.programme({ programmeId }),
});
