// In whose voice a questionnaire is answered, in words for the pages of staff.
import type { Voice } from '../domain/questionnaires/questionnaire.js';

export const voiceWords: Readonly<Record<Voice, string>> = {
  'young-person': 'the young person',
  parent: 'a parent or carer',
  adult: 'the young adult',
};
