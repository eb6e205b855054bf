// Which questionnaires there are here: those that ship with Onward and those that the site loaded, each by its version for ever (RSG-05).
import { notFound } from '../../../kernel/errors.js';
import type { Journal } from '../../../store/journal.js';
import {
  loadedQuestionnaires,
  loadedQuestionnairesId,
  type LoadedQuestionnaire,
} from '../domain/questionnaires/loaded.js';
import { firstLoadedVersion, questionnaireIds, type Questionnaire } from '../domain/questionnaires/questionnaire.js';
import type { QuestionnaireId } from '../domain/questionnaires/questionnaire.js';
import { shippedQuestionnaire, shippedQuestionnaires } from '../domain/questionnaires/shipped.js';

export type KnownQuestionnaire = Questionnaire & Partial<Pick<LoadedQuestionnaire, 'loadedOn'>>;

/** Every version of one sheet, the newest last: what the site loaded comes after what ships. */
export async function versionsOf(journal: Journal, id: QuestionnaireId): Promise<readonly KnownQuestionnaire[]> {
  const { state } = await journal.load(loadedQuestionnaires, loadedQuestionnairesId(id));
  return [...shippedQuestionnaires.filter((each) => each.id === id), ...state.versions];
}

/** The one that answers were given to. Error: `not-found`. */
export async function questionnaire(journal: Journal, id: string, version: number): Promise<Questionnaire> {
  const sheet = questionnaireIds.find((each) => each === id);
  const shipped = sheet && version < firstLoadedVersion ? shippedQuestionnaire(sheet, version) : undefined;
  const found = shipped ?? (sheet && (await versionsOf(journal, sheet)).find((each) => each.version === version));
  if (!found) throw notFound('questionnaire', `${id} ${version}`);
  return found;
}

/** The one that is given to whoever is asked today. */
export async function newestQuestionnaire(journal: Journal, id: QuestionnaireId): Promise<Questionnaire> {
  const newest = (await versionsOf(journal, id)).at(-1);
  if (!newest) throw notFound('questionnaire', id);
  return newest;
}
