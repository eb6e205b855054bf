// Care and support after 18: who must be assessed, when a refusal ends the duty, and until when children's support goes on (TRN-34).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { birthday, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { careConsents, careOutcomes, careRefusalGrounds } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { notBefore, opened } from './domain/guards.js';
import type { Done, Transition } from './domain/state.js';
import { transitionUseCase } from './transition-use-case.js';

type CareConsent = (typeof careConsents)[number];
type CareOutcome = (typeof careOutcomes)[number];
type CareRefusalGround = (typeof careRefusalGrounds)[number];

const who = {
  roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
  because: 'Whoever plans the move sees who will need care after 18, tells the council and hears its answer (TRN-34).',
};

export class CareNeedBody extends Dated {
  @ApiProperty({ description: 'Whether they have support under children’s law now' })
  @IsBoolean()
  hasChildrensSupport: boolean;
}

interface Need {
  readonly on: CivilDate;
  readonly hasChildrensSupport: boolean;
}

export const recogniseCareNeed = transitionUseCase({
  name: 'RecogniseCareNeed',
  asks: 'RecogniseCareNeed',
  post: 'api/v1/transitions/:transitionId/care/need',
  does: 'Likely to need care and support after 18: the council must assess',
  rules: ['TRN-34'],
  who,
  input: CareNeedBody,
  noForm: missing,
  decide({ on, hasChildrensSupport }: Need, state) {
    opened(state);
    return [events.careNeedRecognised.fact(on, { hasChildrensSupport })];
  },
});

export class CareConsentBody extends Dated {
  @ApiProperty({ enum: careConsents }) @IsIn(careConsents) answer: CareConsent;
  @ApiProperty({ description: 'At risk of abuse or neglect: then the council must assess also against a refusal' })
  @IsBoolean()
  atRisk: boolean;
}

interface Answered {
  readonly on: CivilDate;
  readonly answer: CareConsent;
  readonly atRisk: boolean;
}

export const answerCareConsent = transitionUseCase({
  name: 'AnswerCareConsent',
  asks: 'AnswerCareConsent',
  post: 'api/v1/transitions/:transitionId/care/consent',
  does: 'Whether the young person agrees to a Care Act assessment',
  rules: ['TRN-34'],
  who,
  input: CareConsentBody,
  noForm: missing,
  decide({ on, answer, atRisk }: Answered, state) {
    notBefore(on, recognised(state).on, 'the day on which the need was recognised');
    return [events.careConsentAnswered.fact(on, { answer, atRisk })];
  },
});

export class CareConclusionBody extends Dated {
  @ApiProperty({ enum: careOutcomes }) @IsIn(careOutcomes) outcome: CareOutcome;
  @ApiProperty({ required: false, enum: careRefusalGrounds })
  @IsOptional()
  @IsIn(careRefusalGrounds)
  ground?: CareRefusalGround;
  @ApiProperty({ required: false, description: 'Day on which the written reasons were given' })
  @IsOptional()
  @IsCivilDate()
  writtenReasonsOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

interface Concluded {
  readonly on: CivilDate;
  readonly outcome: CareOutcome;
  readonly ground?: CareRefusalGround;
  readonly writtenReasonsOn?: CivilDate;
  readonly note?: string;
}

export const concludeCareAssessment = transitionUseCase({
  name: 'ConcludeCareAssessment',
  asks: 'ConcludeCareAssessment',
  post: 'api/v1/transitions/:transitionId/care/conclusion',
  does: 'The council concluded its Care Act assessment, or gave written reasons why not',
  rules: ['TRN-34'],
  who,
  input: CareConclusionBody,
  noForm: missing,
  /** Section 58: a refusal ends the duty unless there is a risk of abuse or neglect; section 59: who is not assessed gets written reasons. */
  decide({ on, outcome, ground, writtenReasonsOn, note }: Concluded, state) {
    notBefore(on, recognised(state).on, 'the day on which the need was recognised');
    const { consent } = state.care;
    const refusedWithoutRisk = consent?.answer === 'refused' && !consent.atRisk;
    if (outcome === 'assessed') {
      if (!consent) throw refuse('TRN-34', 'Whether the young person agrees to the assessment is not on record.');
      if (refusedWithoutRisk)
        throw refuse('TRN-34', 'The young person refused, and no risk of abuse or neglect is on record.');
      return [events.careAssessmentConcluded.fact(on, { outcome, note })];
    }
    if (ground === undefined) throw invalid('ground', 'says why there was no assessment', 'TRN-34');
    if (consent?.atRisk)
      throw refuse('TRN-34', 'At a risk of abuse or neglect the council must assess, also against a refusal.');
    if (ground === 'consent-refused' && !refusedWithoutRisk)
      throw refuse('TRN-34', 'No refusal by the young person is on record.');
    if (writtenReasonsOn === undefined)
      throw invalid('writtenReasonsOn', 'is needed: whoever is not assessed gets the reasons in writing', 'TRN-34');
    if (writtenReasonsOn > on) throw invalid('writtenReasonsOn', `must not be after ${formatDate(on)}`, 'TRN-34');
    return [events.careAssessmentConcluded.fact(on, { outcome, ground, writtenReasonsOn, note })];
  },
});

export const endChildrensSupport = transitionUseCase({
  name: 'EndChildrensSupport',
  asks: 'EndChildrensSupport',
  post: 'api/v1/transitions/:transitionId/care/childrens-support-end',
  does: 'Children’s support ended; not at 18 before the council has concluded',
  rules: ['TRN-34'],
  who,
  input: Dated,
  noForm: missing,
  async command({ at, on }, cases) {
    const { person } = await cases.read(at.transitionId);
    return { on, birthDate: person.birthDate };
  },
  /** Section 66: children's support does not stop at 18 before the council has concluded. */
  decide({ on, birthDate }: { readonly on: CivilDate; readonly birthDate: CivilDate }, state) {
    const { hasChildrensSupport } = recognised(state);
    if (!hasChildrensSupport) throw refuse('TRN-34', 'No children’s support is on record for this young person.');
    const { concluded } = state.care;
    if (on >= birthday(birthDate, 18) && !(concluded && concluded.on <= on)) {
      throw refuse('TRN-34', 'Children’s support goes on after 18 until the council has concluded its assessment.', {
        help: 'Record the conclusion of the Care Act assessment first.',
      });
    }
    return [events.childrensSupportEnded.fact(on, {})];
  },
});

function recognised(state: Transition): Done & { readonly hasChildrensSupport: boolean } {
  opened(state);
  const there = state.care.recognised;
  if (!there) throw refuse('TRN-34', 'It is not on record that this young person is likely to need care after 18.');
  return there;
}
