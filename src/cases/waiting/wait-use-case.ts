// What the use cases on a wait have in common. None pauses a clock (WAIT-04).
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { straight, useCasesOn } from '../../engine/use-cases/case-use-case.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import type { Offer } from '../../engine/web/forms/offered-form.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { waitKind } from './domain/wait-kind.js';
import type { OneWait } from './queries/wait-answer.js';

export const waitUseCase = useCasesOn(waitKind, {
  section: 'Waiting',
  id: 'id',
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-43: the service that holds the wait records what becomes of it',
  },
  uses: [CommandRunner],
  run: straight,
});

/** WAIT-01, WAIT-45, WAIT-47: whoever else is in touch with the family may say what they saw; the wait itself is not theirs. */
export const whoeverIsInTouch = (because: string) => ({
  roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
  because,
});

export interface WaitSubject {
  readonly wait: OneWait;
  readonly today: CivilDate;
}

/** A form on the page of the wait. */
export const waitForm = formsAt<WaitSubject, OneWait, 'wait'>('wait');

/** One link: whether it can be recorded of the wait is the decision's to say. */
export const ofWait = (text: string) => (): Offer[] => [{ about: '', text }];
