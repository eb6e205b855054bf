// The forms of taking part: how somebody did in a step, what was done with it, and taking the record back.
import { form, type Form } from '../../web/forms/form.js';
import { date, freeText, one, oneOrNone, optionsOf, reason } from '../../web/forms/questions.js';
import { inWords, words } from '../../web/present/words.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { reasonsNotAsked, rungs, waysOfTakingPart, type ReasonNotAsked, type Rung } from '../domain/voice.js';
import type { Voice, WayOfTakingPart } from '../domain/voice.js';
import type { StepTold } from '../queries/voice-of-person.js';
import { answerVoice, recordVoice, withdrawVoice } from '../take-part.js';

export interface VoiceSubject {
  readonly step: StepTold;
  readonly voice: Voice;
}

const at = ({ step: { caseStream, stepEventId }, voice }: VoiceSubject) => ({ caseStream, stepEventId, voice });

const inStep = ({ step, voice }: VoiceSubject): string =>
  `${words(voice)}: ${inWords(step.step)} on ${formatDate(step.on as CivilDate)} (${step.rule}).`;

const dayAsked = date({ label: 'On which day?', what: 'The day' });
const prefill = ({ step }: VoiceSubject) => {
  const [year = '', month = '', day = ''] = step.on.split('-');
  return { 'on-year': year, 'on-month': String(Number(month)), 'on-day': String(Number(day)) };
};

export const voiceForms: Readonly<Record<string, { readonly form: Form<VoiceSubject>; readonly needs: string }>> = {
  record: {
    needs: recordVoice.name,
    form: form({
      title: 'How they took part',
      lead: (subject: VoiceSubject) => `${inStep(subject)} Their own words are kept as they said them, sealed.`,
      button: 'Record how they took part',
      recorded: 'It is recorded how they took part.',
      questions: () => ({
        how: one<WayOfTakingPart>({
          label: 'How did they take part?',
          options: optionsOf(waysOfTakingPart),
          none: 'Choose how they took part',
        }),
        whyNot: oneOrNone<ReasonNotAsked>({
          label: 'If they were not asked: why not?',
          options: optionsOf(reasonsNotAsked),
        }),
        rung: oneOrNone<Rung>({
          label: 'If they took part: how much of it was theirs? (optional)',
          hint: 'The ladder of co-production, the lowest rung first (GOV-12)',
          options: optionsOf(rungs),
        }),
        said: freeText({ label: 'What did they say? (optional)', hint: 'In their own words' }),
        on: dayAsked,
      }),
      prefill,
      command: (answers, subject: VoiceSubject, context) => recordVoice.of(at(subject), answers, context),
    }),
  },
  answer: {
    needs: answerVoice.name,
    form: form({
      title: 'You said, we did',
      lead: (subject: VoiceSubject) => `${inStep(subject)} Say what was done with it, or why nothing could be.`,
      button: 'Record what was done',
      recorded: 'It is recorded what was done with what they said.',
      questions: () => ({
        did: reason({
          label: 'What was done with what they said?',
          none: 'Say what was done, or why nothing could be',
        }),
        on: dayAsked,
      }),
      command: (answers, subject: VoiceSubject, context) => answerVoice.of(at(subject), answers, context),
    }),
  },
  withdraw: {
    needs: withdrawVoice.name,
    form: form({
      title: 'Take back what was recorded in error',
      lead: inStep,
      button: 'Take it back',
      recorded: 'It is taken back; the history still tells of it.',
      questions: () => ({ reason: reason({ label: 'What was wrong?', none: 'Say what was wrong' }) }),
      command: (answers, subject: VoiceSubject, context) => withdrawVoice.of(at(subject), answers, context),
    }),
  },
};
