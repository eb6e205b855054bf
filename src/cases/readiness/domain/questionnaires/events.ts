// What can be said of a questionnaire: that a site loaded its own text of it. About no one: what stands unsealed is put to many (docs/adr/0060).
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../../kernel/events.js';
import { limits, questionnaireIds } from './questionnaire.js';

export const questionnaireEvents = {
  loaded: defineEvent('ReadinessQuestionnaireLoaded', {
    questionnaire: field.code(questionnaireIds),
    /** Answers name the one that they were given to (RSG-05). */
    version: field.whole(),
    title: field.questionnaireWords(limits.title),
    source: field.questionnaireWords(limits.source),
    licence: field.questionnaireWords(limits.source),
    sections: field.list(
      field.object({
        id: field.id(),
        title: field.questionnaireWords(limits.title),
        items: field.list(
          field.object({
            id: field.id(),
            label: field.questionnaireWords(limits.label),
            easyRead: field.optional(field.questionnaireWords(limits.label)),
          }),
        ),
      }),
    ),
  }),
};

export type QuestionnaireFact = FactOf<typeof questionnaireEvents>;
export type QuestionnaireEvent = PastEventOf<typeof questionnaireEvents>;
