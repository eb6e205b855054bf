// How a piece of work ended, in one of few words: done, or the kind of error from the closed catalogue.
import { isOnwardError } from '../../kernel/errors.js';

export const outcomeOfError = (error: unknown): string => (isOnwardError(error) ? error.type : 'defect');
