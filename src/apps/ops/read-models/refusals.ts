// What the export and the import of lists refuse, with what to do about it.
import { OnwardError } from '../../../kernel/errors.js';

const without =
  'Start Onward without it: the lists are then built from the events, which takes longer and is always right.';

/** The lists in use stay as they are. */
export const refused = (detail: string, help = without): OnwardError =>
  new OnwardError('file-refused', { detail: `The lists were not taken over. ${detail}`, help });
