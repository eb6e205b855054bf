// How a young person or their family took part in one step of a case, and what was done with it: "you said, we did" (GOV-12).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CorrectionFact } from '../../../kernel/corrections.js';
import type { CaseKind } from '../../../kernel/decider.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';

export const voices = ['young-person', 'family'] as const;
export type Voice = (typeof voices)[number];

export const waysOfTakingPart = ['present', 'views-sent', 'asked-and-declined', 'not-asked'] as const;
export type WayOfTakingPart = (typeof waysOfTakingPart)[number];

/** Why nobody asked. That they were asked and did not want to is another answer. */
export const reasonsNotAsked = [
  'could-not-be-reached',
  'would-have-harmed',
  'too-unwell',
  'no-time-for-it',
  'nobody-thought-of-it',
  'young-person-did-not-want-it',
] as const;
export type ReasonNotAsked = (typeof reasonsNotAsked)[number];

/** The ladder of co-production, lowest first (GOV-12). */
export const rungs = [
  'coercion',
  'educating',
  'informing',
  'consultation',
  'engagement',
  'co-design',
  'co-production',
] as const;
export type Rung = (typeof rungs)[number];

const { code, id, optional, text } = field;

export const voiceEvents = {
  /** Occurred on the day on which they took part, or on which it was noticed that nobody had asked. */
  recorded: defineEvent(
    'VoiceRecorded',
    {
      personId: id(),
      /** The stream of the case, and the fact of it that is the step. */
      caseStream: id(),
      stepEventId: id(),
      voice: code(voices),
      how: code(waysOfTakingPart),
      whyNot: optional(code(reasonsNotAsked)),
      rung: optional(code(rungs)),
      /** In their own words. */
      said: optional(text()),
    },
    { personal: ['said'] },
  ),
  /** What was done with it, or why nothing could be. */
  answered: defineEvent('VoiceAnswered', { did: text() }, { personal: ['did'] }),
};

export type VoiceFact = FactOf<typeof voiceEvents> | CorrectionFact;
type VoiceEvent = PastEventOf<typeof voiceEvents>;

export interface Recorded {
  readonly on: CivilDate;
  readonly eventId: string;
  readonly personId: string;
  readonly caseStream: string;
  readonly stepEventId: string;
  readonly voice: Voice;
  readonly how: WayOfTakingPart;
  readonly whyNot?: ReasonNotAsked;
  readonly rung?: Rung;
}

/** Without their words, which stay sealed in the history. */
export interface VoiceState {
  /** Known also after the record was taken back. */
  readonly personId?: string;
  readonly recorded?: Recorded;
  readonly answeredOn?: CivilDate;
}

function evolve(state: VoiceState, event: VoiceEvent): VoiceState {
  const { occurredOn: on, id: eventId } = event;
  switch (event.type) {
    case 'VoiceRecorded': {
      const { said: _, ...data } = event.data;
      return { personId: data.personId, recorded: { on, eventId, ...data } };
    }
    case 'VoiceAnswered':
      return { ...state, answeredOn: on };
  }
}

/** One kind of stream a pathway, so that who may see a pathway may see it: `ehcVoice-<id>`. */
export const voiceKind = (pathway: string): CaseKind<VoiceState, VoiceFact> => ({
  category: `${pathway}Voice`,
  noun: 'record of how somebody took part',
  events: voiceEvents,
  initial: {},
  evolve,
  corrected: ({ personId }, anew) => ({ ...anew, personId }),
  subjectOf: ({ personId }) => personId,
});
