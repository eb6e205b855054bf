// The questionnaires that ship with Onward: short labels of our own, since the wording of the sheets is another's (RSG-14).
import { checkQuestionnaire, questionnaireOf, type Questionnaire, type QuestionnaireId } from './questionnaire.js';
import gettingReady from './shipped/getting-ready.json' with { type: 'json' };
import go from './shipped/go.json' with { type: 'json' };
import hello from './shipped/hello.json' with { type: 'json' };
import parentAndCarer from './shipped/parent-and-carer.json' with { type: 'json' };
import steady from './shipped/steady.json' with { type: 'json' };

/** Every version that ever shipped, the newest of each last: answers stay with theirs. */
export const shippedQuestionnaires: readonly Questionnaire[] = [gettingReady, steady, go, hello, parentAndCarer].map(
  (json) => questionnaireOf(checkQuestionnaire(json), 1),
);

/** By id and version, as it shipped. Those that a site loaded are facts, and asked for with these in `questionnaires/`. */
export const shippedQuestionnaire = (id: QuestionnaireId, version: number): Questionnaire | undefined =>
  shippedQuestionnaires.find((each) => each.id === id && each.version === version);

export function newestShipped(id: QuestionnaireId): Questionnaire {
  const found = shippedQuestionnaires.findLast((each) => each.id === id);
  if (!found) throw new Error(`No questionnaire ${id} ships`);
  return found;
}
