// Every form on the page of a wait, by its name in the address.
import { formsOf } from '../../../engine/use-cases/forms-of.js';
import { waitingUseCases } from '../use-cases.js';
import type { OneWait } from '../queries/wait-answer.js';
import type { WaitSubject } from '../wait-use-case.js';

export const waitForms = formsOf<WaitSubject, OneWait, 'wait'>('wait', waitingUseCases.useCases);
