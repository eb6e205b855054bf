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
import { birthday, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import type { Journal } from '../../store/journal.js';
import { requireNotBeforeStart, requireRunning } from './domain/checks.js';
import { waysByStaff, type WayToAnswer } from './domain/codes.js';
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
import type { Link, Programme } from './domain/state.js';
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
  requireNotBeforeStart(state, on, 'on', 'RSG-04');
  const link = linkId === undefined ? undefined : linkOf(state, linkId);
  if (link) requireUsable(link, on, { sheet, voice });
  requireVoice(sheet, voice);
  if (voice === 'adult') requireHelloConsent(state, on);
  if (voice === 'parent') requireParentMay(on, said);
  if (!link) requireOnce(state, on, sheet);
  const kept = checkAnswers(sheet, answers);
  const { id: questionnaire, version } = sheet;
  const asked = helpAsked(sheet, kept).length;
  return [events.submitted.fact(on, { questionnaire, version, voice, how, linkId, helpAsked: asked, answers: kept })];
}

function linkOf({ links }: Programme, linkId: string): Link {
  const link = Object.hasOwn(links, linkId) ? links[linkId] : undefined;
  if (link) return link;
  throw refuse('RSG-04', 'This link belongs to somebody else, or to nobody.', {
    help: 'Ask the clinic for a link of your own. What you wrote is not lost: keep this page open.',
  });
}

/** A link is for one form and one voice, for a time, and once. */
export function requireUsable(
  { sent, withdrawn, validUntil, voice, questionnaire, version }: Link,
  on: CivilDate,
  { sheet, voice: speaks }: { readonly sheet: Pick<Questionnaire, 'id' | 'version'>; readonly voice: Voice },
): void {
  if (sent)
    throw new OnwardError('already-exists', {
      rule: 'RSG-05',
      detail: `This form was sent already, on ${formatDate(sent.on)}.`,
      help: 'Nothing more is needed. If something has changed, tell your nurse.',
    });
  if (withdrawn) throw refuse('RSG-04', 'The clinic took this link back.', { help: 'Ask your nurse for a new one.' });
  if (on > validUntil)
    throw refuse('RSG-04', `This link could be used until ${formatDate(validUntil)}.`, {
      help: 'Ask your nurse for a new one. What you wrote is kept.',
    });
  if (speaks !== voice) throw notTheirVoice();
  if (sheet.id !== questionnaire || sheet.version !== version)
    throw refuse('RSG-05', 'These answers belong to another form than the one of this link.', {
      help: 'Open the link again: what you wrote is kept.',
    });
}

/** RSG-04: a parent's answers are never sent as the child's, nor the other way about. */
function requireVoice({ voice: asked }: Questionnaire, voice: Voice): void {
  if (asked !== voice) throw notTheirVoice();
}

const notTheirVoice = (): OnwardError =>
  refuse('RSG-04', 'This form is for somebody else to answer: each speaks for themselves.', {
    help: 'A parent or carer has a form of their own, and so has the young person. Choose the right one and send it again.',
  });

/** RSG-12, TRN-42: Hello belongs to the adult's record, and nobody but the adult may say yes to it. */
export function requireHelloConsent({ helloConsent }: Programme, on: CivilDate): void {
  if (helloConsent && helloConsent.on <= on) return;
  throw refuse('RSG-12', 'Hello is the adult’s own: it waits until they have said yes to it themselves.', {
    help: 'The clinic records their yes first, from their 18th birthday on (TRN-42). Nothing of what was written is lost.',
  });
}

/** AMB-19: what a parent takes part in ends with the 18th birthday, unless the adult says otherwise. */
export function requireParentMay(
  on: CivilDate,
  { birthDate, adultLetsParent }: Pick<Answered, 'birthDate' | 'adultLetsParent'>,
): void {
  if (birthDate === undefined || on < birthday(birthDate, 18) || adultLetsParent) return;
  throw refuse('TRN-42', 'They are an adult now: a parent or carer is asked only if the adult has said yes to it.', {
    help: 'Record the adult’s consent to involve a parent or carer first.',
  });
}

/** The same sheet of the same voice on one day is the same sheet: a second sending is none. */
function requireOnce({ submissions }: Programme, on: CivilDate, { id, version }: Questionnaire): void {
  const there = submissions.find((one) => one.questionnaire === id && one.version === version && one.on === on);
  if (!there) return;
  throw new OnwardError('already-exists', {
    rule: 'RSG-05',
    detail: `This form of ${formatDate(on)} is on record already.`,
    help: 'If it was recorded wrongly, take that back first.',
  });
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
