// Gives a link for one form away: as an address and as a code for a camera, shown once, to be handed over or printed without a name.
import { Body, Get, Param, Post, Req } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { Policies } from '../../../engine/access/policy.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { PageRequest } from '../../../engine/web/http.js';
import type { Answers, Typed } from '../../../engine/web/forms/question.js';
import { date, one } from '../../../engine/web/forms/questions.js';
import {
  readForm,
  shownFields,
  summaryOf,
  troublesOf,
  typedOf,
  type FieldTrouble,
} from '../../../engine/web/forms/read-form.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { newId, newToken } from '../../../kernel/ids.js';
import { Journal } from '../../../store/journal.js';
import type { Position } from '../../../store/port.js';
import type { QuestionnaireId } from '../domain/questionnaires/questionnaire.js';
import { stages, type Stage } from '../domain/codes.js';
import { readinessKind } from '../domain/readiness-kind.js';
import { offerForm } from '../form-links.js';
import { paths as ofProgrammes } from '../paths.js';
import { getReadiness } from '../queries/get-readiness.js';
import type { ReadinessView } from '../queries/readiness-view.js';
import type { QuestionnaireLine } from '../questionnaires/ask-questionnaires.js';
import { voiceWords } from '../questionnaires/voice-words.js';
import { absolute } from '../../../engine/web/absolute-address.js';
import { hashOfToken, tokenFor } from './link-key.js';
import { paths } from './paths.js';
import { qrCode } from './qr-code.js';
import { notNowLines, SheetsNow } from './sheets-now.js';

interface At {
  readonly programmeId: string;
}

interface Before {
  readonly view: ReadinessView;
  /** Of those that would be accepted, the one of their stage first; none of a stage that they have left, which nobody waits for. */
  readonly sheets: readonly QuestionnaireLine[];
  /** Every one: what was chosen while it was still offered is refused in the words of its rule. */
  readonly all: readonly QuestionnaireLine[];
  readonly notNow: readonly string[];
}

const questionsOf = ({ view, sheets }: Before) => ({
  questionnaire: one<QuestionnaireId>({
    label: 'Which form?',
    hint: 'Each is answered by one voice: a parent has a form of their own (RSG-04)',
    options: sheets.map(({ id, title, voice, stage }) => ({
      value: id,
      text: title,
      hint: `Answered by ${voiceWords[voice]}${stage === undefined || stage === view.stage ? '' : '; they are not in this stage yet'}`,
    })),
    none: 'Choose which form',
  }),
  validUntil: date({
    label: 'Until which day can it be used?',
    hint: 'No time is set here. Until the next appointment is usual',
    what: 'The last day on which it can be used',
    mayBeAhead: true,
  }),
});

@PageController()
export class GiveFormPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly sheetsNow: SheetsNow,
  ) {}

  /** In memory alone: after a restart a form that is sent twice finds its link made, and not told again. */
  private readonly secret = newToken();

  @Get(paths.ownForm.give.pattern)
  async show(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    const before = await this.before(at, visit);
    return before.sheets.length === 0 ? this.notNow(before) : this.form(before, {}, []);
  }

  /** Answers the page itself: the link is told once, and stands in no cookie and no address of ours. */
  @Post(paths.ownForm.give.pattern)
  async give(
    @VisitOf() visit: Visit,
    @Param() at: At,
    @Body() body: unknown,
    @Req() request: PageRequest,
  ): Promise<Page> {
    const before = await this.before(at, visit);
    if (before.sheets.length === 0) return this.notNow(before);
    const questions = questionsOf({ ...before, sheets: before.all });
    const typed = typedOf(body);
    const { answers, troubles } = readForm(questions, typed, visit.today);
    if (!answers) return this.form(before, typed, troubles, 400);
    const { questionnaire, validUntil } = answers as Answers<typeof questions>;
    const { actor, commandId } = visit.command;
    const token = tokenFor(this.secret, `${actor.id} ${commandId}`);
    const tokenHash = hashOfToken(token);
    try {
      const input = { questionnaire, validUntil, tokenHash };
      const { position } = await this.dispatcher.send(
        offerForm.of({ programmeId: at.programmeId }, input, visit.command),
      );
      await this.untilFound(position);
    } catch (error) {
      if (!isOnwardError(error, 'refused-by-rule') && !isOnwardError(error, 'invalid-input')) throw error;
      const { detail, help = '', rule = '', fields = [] } = error.parts;
      const sentence = { name: '', text: `${detail} ${help}${rule && ` (${rule})`}` };
      return this.form(before, typed, fields.length > 0 ? troublesOf(questions, fields) : [sentence], 422);
    }
    // The same form sent twice made one link, the first one's: it is shown again as it was made.
    const { state } = await this.journal.load(readinessKind, at.programmeId);
    const made = Object.values(state.links).find((link) => link.tokenHash === tokenHash);
    const sheet = before.all.find(({ id }) => id === (made?.questionnaire ?? questionnaire));
    const address = absolute(paths.ownForm.start({ token }), request);
    return page('cases/readiness/own-form/given.njk', 'A link for one form', {
      personId: before.view.personId,
      back: backTo(before.view),
      data: {
        made: made !== undefined,
        address: made ? address : undefined,
        code: made ? qrCode(address) : undefined,
        sheetTitle: sheet?.title,
        voice: sheet?.voice,
        validUntil: made?.validUntil ?? validUntil,
        again: paths.ownForm.give({ ...at }),
      },
    });
  }

  /** A phone may be held before the code at once. Where the lists are behind, the link is shown all the same: it is shown once. */
  private async untilFound(position: Position | undefined): Promise<void> {
    try {
      await this.readSide.until(position);
    } catch (error) {
      if (!isOnwardError(error, 'not-caught-up')) throw error;
    }
  }

  private async before({ programmeId }: At, visit: Visit): Promise<Before> {
    const { actor, asked, today } = visit;
    this.policies.require(offerForm.name, actor);
    const view = await this.dispatcher.ask(getReadiness.of({ programmeId }, {}, { ...asked, asOf: today }));
    const tried = await this.sheetsNow.toGive(await this.sheetsNow.now(view, visit), view, visit);
    const accepted = tried.flatMap(({ sheet, no }) => (no ? [] : [sheet]));
    const all = tried.map(({ sheet }) => sheet);
    return { view, all, sheets: stageFirst(accepted, view.stage), notNow: notNowLines(tried) };
  }

  private notNow({ view, notNow: lines }: Before): Page {
    const back = backTo(view);
    return page('engine/web/forms/not-now.njk', 'Give a link for one form', {
      ...{ status: 409, personId: view.personId, back },
      data: { lines, goOn: back },
    });
  }

  private form(before: Before, typed: Typed, troubles: readonly FieldTrouble[], status?: number): Page {
    const questions = questionsOf(before);
    return page('engine/web/forms/form.njk', 'Give a link for one form', {
      status,
      personId: before.view.personId,
      back: backTo(before.view),
      problems: summaryOf(questions, troubles),
      data: {
        lead: 'They answer on their own phone, without an account: the link opens this one form, for this time, and nothing else. It is shown once, as an address and as a code for the camera. Make sure that it reaches the one whose voice it is (RSG-04).',
        button: 'Make the link',
        fields: shownFields(questions, typed, troubles),
        command: newId(),
      },
    });
  }
}

function stageFirst(sheets: readonly QuestionnaireLine[], now: string): QuestionnaireLine[] {
  const place = ({ stage }: QuestionnaireLine) =>
    stage === undefined ? 0.5 : stages.indexOf(stage) - stages.indexOf(now as Stage);
  return sheets.filter((sheet) => place(sheet) >= 0).sort((a, b) => place(a) - place(b));
}

const backTo = ({ id }: ReadinessView) => ({
  text: 'The readiness programme',
  href: ofProgrammes.readiness.programme({ programmeId: id }),
});
