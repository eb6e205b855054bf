// The form of a use case as a value that stands in it: where it is offered, what it asks, and what its answers send.
import type { Offer } from '../web/forms/offered-form.js';
import type { Answers, Questions, Typed } from '../web/forms/question.js';
import type { At } from './route-names.js';

/** What the answers to a form send: at which names of the address, and what. */
export interface Sending<Route extends string, Input> {
  readonly at: At<Route>;
  readonly input: Input;
}

export interface FormParts<Q extends Questions, Subject, View, Group extends string, Sends> {
  /** Its name in the address of the page. */
  readonly step: string;
  /** Heading of the case's page under which it is offered. */
  readonly group: Group;
  readonly title: string;
  /** What this records and what follows from it, in a sentence. */
  readonly lead?: string | ((subject: Subject) => string);
  readonly button: string;
  /** A statutory notice is shown once more before it is recorded: what the reader is about to say. */
  readonly checkFirst?: string;
  /** Its button is red. */
  readonly cannotBeUndone?: boolean;
  /** The sentence on the next page. Nothing personal. */
  readonly recorded: string;
  /** Links to it, as the case stands; none where it cannot be recorded. */
  offers(view: View): readonly Offer[];
  questions(subject: Subject): Q;
  /** What is known already need not be typed again (WCAG 3.3.7). */
  prefill?(subject: Subject): Typed;
  sends(answers: Answers<Q>, subject: Subject): Sends;
}

/** A form whose questions are its own business. `place` is the page that shows it: `plan`, `review`. */
export interface PlacedForm<Sends = Sending<string, object>> extends Omit<
  FormParts<Questions, never, never, string, Sends>,
  'sends'
> {
  readonly place: string;
  sends(answers: Readonly<Record<string, unknown>>, subject: never): Sends;
}

/** For the forms of one page, which all know the same subject and are offered by the same view. */
export const formsAt =
  <Subject, View, Group extends string = string>(place: string) =>
  <Q extends Questions, const Sends>(parts: FormParts<Q, Subject, View, Group, Sends>): PlacedForm<Sends> => ({
    ...(parts as unknown as FormParts<Questions, never, never, string, Sends>),
    place,
  });
