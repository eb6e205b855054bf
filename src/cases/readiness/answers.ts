// A questionnaire was answered: by whom, how, to which version. Two voices, neither ever in the place of the other (RSG-04, RSG-05, RSG-12).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError } from '../../kernel/errors.js';
import type { Journal } from '../../store/journal.js';
import { requireRunning } from './domain/checks.js';
import { waysByStaff, type WayToAnswer } from './domain/codes.js';
import { demands, notTheirVoice } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import {
  answerCodes,
  checkAnswers,
  helpAsked,
  longestComment,
  type AnswerCode,
  type Answers,
} from './domain/questionnaires/answers.js';
import {
  questionnaireIds,
  voices,
  type Questionnaire,
  type QuestionnaireId,
  type Voice,
} from './domain/questionnaires/questionnaire.js';
import type { Programme } from './domain/state.js';
import { newestQuestionnaire, questionnaire } from './questionnaires/known-questionnaires.js';
import { paths } from './own-form/paths.js';
import { aboutPersonOf, clinic, readinessUseCase } from './readiness-use-case.js';

export class GivenAnswer {
  @ApiProperty({ example: 'own-medicines' }) @IsString() @Length(1, 60) item: string;
  @ApiProperty({ required: false, enum: answerCodes }) @IsOptional() @IsIn(answerCodes) answer?: AnswerCode;
  @ApiProperty({ required: false, description: 'Kept sealed' })
  @IsOptional()
  @IsString()
  @Length(0, 2 * longestComment)
  comment?: string;
}

export class AnsweredForm extends Dated {
  @ApiProperty({ enum: questionnaireIds }) @IsIn(questionnaireIds) questionnaire: QuestionnaireId;
  @ApiProperty({ required: false, description: 'The version they had before them; default: the newest' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @ApiProperty({ enum: voices, description: 'Whose answers they are' }) @IsIn(voices) voice: Voice;
  @ApiProperty({ enum: waysByStaff, description: 'paper: typed in by staff; with-staff: asked and noted' })
  @IsIn(waysByStaff)
  how: (typeof waysByStaff)[number];
  @ApiProperty({ type: [GivenAnswer], description: 'What was left blank is not there (RSG-05)' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => GivenAnswer)
  answers: GivenAnswer[];
}

/** What was answered, wherever it comes from: a phone, paper, staff. */
export interface Answered {
  readonly on: CivilDate;
  readonly sheet: Questionnaire;
  readonly voice: Voice;
  readonly how: WayToAnswer;
  readonly linkId?: string;
  readonly answers: Answers;
  readonly birthDate?: CivilDate;
  /** The adult lets a parent take part (TRN-42). */
  readonly adultLetsParent?: boolean;
}

/** The facts that follow from answers. Every refusal is in words for whoever answered; nothing of what was typed is lost by it. */
export function answered(said: Answered, state: Programme) {
  const { on, sheet, voice, how, linkId, answers } = said;
  requireRunning(state);
  // RSG-04: a parent's answers are never sent as the child's, nor the other way about.
  if (sheet.voice !== voice) throw notTheirVoice();
  const { id: questionnaire, version } = sheet;
  demands.submitted.require(state, { on, questionnaire, version, voice, linkId }, said);
  const kept = checkAnswers(sheet, answers);
  const asked = helpAsked(sheet, kept).length;
  return [events.submitted.fact(on, { questionnaire, version, voice, how, linkId, helpAsked: asked, answers: kept })];
}

/** The sheet by its version, or the newest. Error: `not-found`. */
export const sheetOf = (journal: Journal, id: QuestionnaireId, version?: number): Promise<Questionnaire> =>
  version === undefined ? newestQuestionnaire(journal, id) : questionnaire(journal, id, version);

export const recordAnswers = readinessUseCase({
  name: 'RecordReadinessAnswers',
  asks: 'RecordAnswers',
  post: 'api/v1/readiness/:programmeId/answers',
  does: 'Record a questionnaire that was answered on paper or with staff',
  rules: ['RSG-04', 'RSG-05', 'RSG-12', 'TRN-42', 'AMB-19'],
  who: {
    roles: [...clinic, 'adult-clinician'],
    because: 'RSG-04: whoever sees them in clinic; Hello at the adult clinic (RSG-12)',
  },
  input: AnsweredForm,
  elsewhere: [],
  async command({ at, details, on, context }, { journal }): Promise<Answered & { readonly adultSide: boolean }> {
    const { questionnaire, version, voice, how } = details;
    const sheet = await sheetOf(journal, questionnaire, version);
    const answers = byItem(details.answers);
    const person = await aboutPersonOf(journal, at.programmeId, on);
    return { on, sheet, voice, how, answers, ...person, adultSide: context.actor.role === 'adult-clinician' };
  },
  decide(said: Answered & { readonly adultSide: boolean }, state) {
    if (said.adultSide && said.voice !== 'adult')
      throw new OnwardError('not-permitted', {
        rule: 'RSG-12',
        detail: 'The adult clinic records Hello; the other sheets belong to the clinic that runs the programme.',
      });
    return answered(said, state);
  },
  // Each sheet has its questions there.
  page: paths.ownForm.typeIn.pattern,
});

/** Error: `invalid-input` where an item is answered twice. */
function byItem(given: readonly GivenAnswer[]): Answers {
  const twice = given.find(({ item }, at) => given.findIndex((one) => one.item === item) !== at);
  if (twice) throw invalid('answers', 'has two answers to one item', 'RSG-05');
  return Object.fromEntries(given.map(({ item, answer, comment }) => [item, { answer, comment }]));
}
