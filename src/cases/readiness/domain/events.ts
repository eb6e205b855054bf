// Everything that can be said of one young person's Ready Steady Go programme in one clinic.
import type { CorrectionFact } from '../../../kernel/corrections.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import { answersField } from './questionnaires/answers.js';
import { questionnaireIds, voices } from './questionnaires/questionnaire.js';
import {
  agreedWith,
  alone,
  endings,
  goalOutcomes,
  helloDeciders,
  helpOutcomes,
  judges,
  partTaken,
  stages,
  summaryRecipients,
  waysToAnswer,
} from './codes.js';

const { code, date, digest, flag, id, list, listed, optional, text, whole } = field;

export const readinessEvents = {
  /** RSG-01: from 11, with a long-term condition, likely to need adult services for life: somebody of the clinic says so. */
  started: defineEvent('ReadinessProgrammeStarted', {
    personId: id(),
    service: listed('services'),
    organisation: listed('organisations'),
    longTermCondition: flag(),
    likelyAdultServices: flag(),
    /** A late entrant starts at a later stage (RSG-03). */
    entersAt: code(stages),
    /** Who sees to it that help is given. */
    worker: optional(listed('workers')),
    plannedTransferOn: optional(date()),
    /** The bands of ages by which this programme prompts for as long as it lasts. */
    pack: id(),
    packVersion: whole(),
  }),
  stageEntered: defineEvent('ReadinessStageEntered', { stage: code(stages), judgedBy: list(code(judges)) }),
  transferPlanned: defineEvent('ReadinessTransferPlanned', { transferOn: date() }),
  workerNamed: defineEvent('ReadinessWorkerNamed', { worker: listed('workers') }),
  /** Occurred on the day on which it was agreed. */
  appointmentMade: defineEvent('ReadinessAppointmentMade', { appointmentOn: date() }),
  /** RSG-E3: the earlier of both dates wins. */
  camhsTransitionNoted: defineEvent('ReadinessCamhsTransitionNoted', { transitionId: id() }),
  /** A link for one form and one voice; the token itself is stored nowhere. */
  formOffered: defineEvent('ReadinessFormOffered', {
    linkId: id(),
    questionnaire: code(questionnaireIds),
    version: whole(),
    voice: code(voices),
    /** The last day on which it can be sent. */
    validUntil: date(),
    tokenHash: digest(),
  }),
  formWithdrawn: defineEvent('ReadinessFormWithdrawn', { linkId: id() }),
  /** Submitted, not complete, is the measure: what was left blank is not there (RSG-05). */
  submitted: defineEvent(
    'ReadinessQuestionnaireSubmitted',
    {
      questionnaire: code(questionnaireIds),
      version: whole(),
      voice: code(voices),
      how: code(waysToAnswer),
      linkId: optional(id()),
      /** So many answers ask for help; which, is sealed with them. */
      helpAsked: whole(),
      answers: answersField,
    },
    { personal: ['answers'] },
  ),
  /** Said at a visit, and not in a form. */
  helpRaised: defineEvent(
    'ReadinessHelpRaised',
    { helpId: id(), askedBy: code(voices), owner: optional(listed('workers')), what: text() },
    { personal: ['what'] },
  ),
  /** Looked at again, and still wanted: every open one at each stage (RSG-07). */
  helpRechecked: defineEvent('ReadinessHelpRechecked', { helpId: id(), owner: optional(listed('workers')) }),
  helpAddressed: defineEvent(
    'ReadinessHelpAddressed',
    { helpId: id(), outcome: code(helpOutcomes), how: text() },
    { personal: ['how'] },
  ),
  goalAgreed: defineEvent(
    'ReadinessGoalAgreed',
    { goalId: id(), agreedWith: list(code(agreedWith)), reviewOn: optional(date()), goal: text() },
    { personal: ['goal'] },
  ),
  goalReviewed: defineEvent(
    'ReadinessGoalReviewed',
    { goalId: id(), outcome: code(goalOutcomes), reviewOn: optional(date()), note: optional(text()) },
    { personal: ['note'] },
  ),
  visitRecorded: defineEvent(
    'ReadinessVisitRecorded',
    {
      seenAlone: code(alone),
      tookPart: code(partTaken),
      /** The adult service that saw them together with the clinic (RSG-10). */
      jointWith: optional(listed('organisations')),
      /** RSG-13: what are my choices, how do I get support to decide, what is good and bad about each? */
      askThreeQuestions: optional(flag()),
      nextOn: optional(date()),
      note: optional(text()),
    },
    { personal: ['note'] },
  ),
  adultServiceMet: defineEvent('ReadinessAdultServiceMet', { organisation: listed('organisations') }),
  /** In the young person's own words. */
  passportWritten: defineEvent(
    'ReadinessPassportWritten',
    {
      aboutMe: text(2000),
      helpsMe: optional(text(2000)),
      /** What to do when it gets worse. */
      whenUnwell: optional(text(2000)),
    },
    { personal: ['aboutMe', 'helpsMe', 'whenUnwell'] },
  ),
  summarySent: defineEvent(
    'ReadinessSummarySent',
    { to: code(summaryRecipients), summary: text(8000) },
    { personal: ['summary'] },
  ),
  transferred: defineEvent('ReadinessTransferred', {
    organisation: listed('organisations'),
    /** Hello is filled in there (RSG-12). */
    firstClinicOn: optional(date()),
  }),
  helloConsented: defineEvent('ReadinessHelloConsented', { decidedBy: code(helloDeciders) }),
  ended: defineEvent('ReadinessProgrammeEnded', { reason: code(endings) }),
};

export type ReadinessFact = FactOf<typeof readinessEvents> | CorrectionFact;
/** What the state is folded from: corrections are not. */
export type ReadinessEvent = PastEventOf<typeof readinessEvents>;
/** What one of these events says. */
export type DataOf<K extends keyof typeof readinessEvents> = Parameters<(typeof readinessEvents)[K]['fact']>[1];
