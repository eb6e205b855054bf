// The texts of one questionnaire that a site loaded, each a version of its own: none replaces another, since answers stay with theirs (RSG-05, RSG-14).
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import type { CaseType } from '../../../../kernel/decider.js';
import { idFrom } from '../../../../kernel/ids.js';
import { questionnaireEvents, type QuestionnaireEvent, type QuestionnaireFact } from './events.js';
import { firstLoadedVersion, questionnaireOf, type Questionnaire } from './questionnaire.js';
import type { QuestionnaireId, QuestionnaireText } from './questionnaire.js';
import { newestShipped } from './shipped.js';

export interface LoadQuestionnaireText {
  readonly type: 'LoadQuestionnaireText';
  readonly on: CivilDate;
  readonly text: QuestionnaireText;
}

export interface LoadedQuestionnaire extends Questionnaire {
  readonly loadedOn: CivilDate;
}

export interface LoadedQuestionnaires {
  /** The newest last. */
  readonly versions: readonly LoadedQuestionnaire[];
}

/** A site has one history of each sheet. */
export const loadedQuestionnairesId = (id: QuestionnaireId): string => idFrom('readiness questionnaire', id);

export const loadedQuestionnaires: CaseType<LoadQuestionnaireText, LoadedQuestionnaires, QuestionnaireFact> = {
  category: 'readinessQuestionnaire',
  noun: 'questionnaire',
  events: questionnaireEvents,
  initial: { versions: [] },
  decide({ on, text }, { versions }) {
    const newest = versions.at(-1);
    const { id: questionnaire, title, source, licence, sections } = text;
    // The same file again adds nothing: answers would be spread over versions that say the same.
    if (bytesOf(newest ?? newestShipped(questionnaire)) === bytesOf(text)) return [];
    const version = newest === undefined ? firstLoadedVersion : newest.version + 1;
    return [
      questionnaireEvents.loaded.fact(on, {
        questionnaire,
        version,
        title,
        source,
        licence,
        sections: plain(sections),
      }),
    ];
  },
  evolve({ versions }, { data: { questionnaire: id, version, ...text }, occurredOn }: QuestionnaireEvent) {
    return { versions: [...versions, { ...questionnaireOf({ id, ...text }, version), loadedOn: occurredOn }] };
  },
  subjectOf: () => undefined,
};

/** Without its version, in one order: what it asks, and by what right. */
const bytesOf = ({ id, title, source, licence, sections }: QuestionnaireText): string =>
  JSON.stringify([id, title, source, licence, plain(sections)]);

const plain = (sections: QuestionnaireText['sections']) =>
  sections.map(({ id, title, items }) => ({
    ...{ id, title },
    items: items.map(({ id: item, label, easyRead }) => ({ id: item, label, easyRead })),
  }));
