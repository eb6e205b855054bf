// What may stand unsealed as the name of a school: one line that is seen, and nothing in it by which somebody could be reached.
import { oneLine, textProblem, tidyText } from './text-from-outside.js';

/** The register has numbers in some names ("Unit 17"); five digits and more could be a telephone number. */
export const isSchoolWords = (text: string): boolean =>
  text !== '' &&
  textProblem(text) === undefined &&
  oneLine(tidyText(text)) === text &&
  !text.includes('@') &&
  !/\d(?:[ -]?\d){4}/.test(text);
