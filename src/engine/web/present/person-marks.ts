// What stands beside a name on every list, as tags: nobody is to find it out only on the person's own page.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { MarkedPerson } from '../../person/person-marks.js';
import type { Tag } from './deadline.js';

export const saidToHaveDiedWords = 'Said to have died, not confirmed: write to nobody until it is';

/** Where something would be asked. */
export const heldWords = 'Held until the death is confirmed, or the record that says it is put right (REC-11)';

/** WAIT-45: whoever reads a list sees it at once, until a contact finds the risk lower. */
export const riskMark = (since: string): Tag => ({
  text: `Risk higher since ${formatDate(since as CivilDate)} (WAIT-45)`,
  colour: 'red',
});

export const personMarks = ({ riskHigherOn, saidToHaveDied }: MarkedPerson): Tag[] => [
  ...(saidToHaveDied ? [{ text: `${saidToHaveDiedWords} (REC-11)`, colour: 'red' } as const] : []),
  ...(riskHigherOn === undefined ? [] : [riskMark(riskHigherOn)]),
];

/** The same in a file: a column each, the day or the words as they stand beside the name. */
export const markHeads = ['Risk higher since', 'Said to have died'] as const;

export const markCells = ({ riskHigherOn, saidToHaveDied }: MarkedPerson): readonly string[] => [
  riskHigherOn ?? '',
  saidToHaveDied ? saidToHaveDiedWords : '',
];
