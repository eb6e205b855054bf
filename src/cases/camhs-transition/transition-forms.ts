// What the forms of a transition have in common: on whose page they stand, what they know, when they are offered, how services are named.
import { formsAt } from '../../engine/use-cases/placed-form.js';
import type { Typed } from '../../engine/web/forms/question.js';
import { date } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { destinations } from './domain/destinations.js';
import type { TransitionView } from './queries/case-view.js';
import type { HandOverView } from './queries/hand-over-views.js';
import type { TransitionWork } from './queries/work-view.js';

/** What a form on the page of CAMHS knows: the case, and what can be recorded of it. */
export interface TransitionSubject {
  readonly view: TransitionView;
  readonly work: TransitionWork;
  readonly today: CivilDate;
}

/** A form on the page of CAMHS: the case by stage. */
export const transitionForm = formsAt<TransitionSubject, TransitionView, 'case'>('transition');

/** One link about the case: whether it can be recorded of it is the decision's to say. */
export const ofCase = (text: string) => () => [{ about: 'case', text }];

/** The same for what may be said after the end too, and is of no use then. */
export const untilClosed =
  (text: string, when: (view: TransitionView) => boolean = () => true) =>
  (view: TransitionView) =>
    view.closedOn === undefined && when(view) ? [{ about: 'case', text }] : [];

/** What a form on the page of the hand-over knows. */
export interface HandOverSubject {
  readonly view: HandOverView;
  /** The item, the referral or the appointment that it is about. */
  readonly about: string;
  readonly today: CivilDate;
}

/** What decides which forms the page of the hand-over offers. */
export type HandOverNow = Omit<HandOverSubject, 'about'>;

/** A form on the page of adult services: the hand-over and the first months after it. */
export const handOverForm = formsAt<HandOverSubject, HandOverNow, 'hand-over'>('hand-over');

export const dayOf = (label: string) => date({ label, what: 'The day' });

/** A day as if it were typed as the day on which it happened. */
export const typedOn = (on: string): Typed => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year };
};

export const today = ({ today: on }: HandOverSubject): Typed => typedOn(on);

/** Whoever has opened the case or accepted the hand-over has received the young person. */
export const received = ({ view }: HandOverNow): boolean =>
  view.receipts.some(({ how, until }) => how !== 'referral' && until === undefined);

const optionOf = ({ code, label }: (typeof destinations)[number]) => ({ value: code, text: label });
export const everyDestination = destinations.map(optionOf);
/** The destinations that are a service which can take over. */
export const services = destinations.filter(({ onward }) => onward).map(optionOf);

/** The service that was chosen, under the name of the question. */
export const chosen = ({ work }: TransitionSubject, name: string): Typed =>
  work.destinationCode === undefined ? {} : { [name]: work.destinationCode };
