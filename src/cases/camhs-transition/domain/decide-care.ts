// Care and support after 18: who must be assessed, when a refusal ends the duty, and until when children's support goes on (TRN-34).
import { birthday, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { careConsents, careOutcomes, careRefusalGrounds } from './codes.js';
import { transitionEvents as events } from './events.js';
import { notBefore, opened } from './guards.js';
import type { Done, Transition } from './state.js';

export type CareCommand =
  | { readonly type: 'RecogniseCareNeed'; readonly on: CivilDate; readonly hasChildrensSupport: boolean }
  | {
      readonly type: 'AnswerCareConsent';
      readonly on: CivilDate;
      readonly answer: (typeof careConsents)[number];
      readonly atRisk: boolean;
    }
  | {
      readonly type: 'ConcludeCareAssessment';
      readonly on: CivilDate;
      readonly outcome: (typeof careOutcomes)[number];
      readonly ground?: (typeof careRefusalGrounds)[number];
      readonly writtenReasonsOn?: CivilDate;
      readonly note?: string;
    }
  | { readonly type: 'EndChildrensSupport'; readonly on: CivilDate; readonly birthDate: CivilDate };

type Command<T extends CareCommand['type']> = Extract<CareCommand, { type: T }>;

export function recogniseCareNeed({ on, hasChildrensSupport }: Command<'RecogniseCareNeed'>, state: Transition) {
  opened(state);
  return [events.careNeedRecognised.fact(on, { hasChildrensSupport })];
}

export function answerCareConsent({ on, answer, atRisk }: Command<'AnswerCareConsent'>, state: Transition) {
  notBefore(on, recognised(state).on, 'the day on which the need was recognised');
  return [events.careConsentAnswered.fact(on, { answer, atRisk })];
}

/** Section 58: a refusal ends the duty unless there is a risk of abuse or neglect; section 59: who is not assessed gets written reasons. */
export function concludeCareAssessment(command: Command<'ConcludeCareAssessment'>, state: Transition) {
  const { on, outcome, ground, writtenReasonsOn, note } = command;
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
}

/** Section 66: children's support does not stop at 18 before the council has concluded. */
export function endChildrensSupport({ on, birthDate }: Command<'EndChildrensSupport'>, state: Transition) {
  const { hasChildrensSupport } = recognised(state);
  if (!hasChildrensSupport) throw refuse('TRN-34', 'No children’s support is on record for this young person.');
  const { concluded } = state.care;
  if (on >= birthday(birthDate, 18) && !(concluded && concluded.on <= on)) {
    throw refuse('TRN-34', 'Children’s support goes on after 18 until the council has concluded its assessment.', {
      help: 'Record the conclusion of the Care Act assessment first.',
    });
  }
  return [events.childrensSupportEnded.fact(on, {})];
}

function recognised(state: Transition): Done & { readonly hasChildrensSupport: boolean } {
  opened(state);
  const there = state.care.recognised;
  if (!there) throw refuse('TRN-34', 'It is not on record that this young person is likely to need care after 18.');
  return there;
}
