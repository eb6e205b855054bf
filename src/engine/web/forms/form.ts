// A form as a value: what it asks, which command the answers make, what is said afterwards. Its page, its errors and its way are FormFlow's.
import type { OnwardCommand } from '../../access/messages.js';
import type { CaseNow, No } from '../../use-cases/case-now.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { Answers, Questions, Typed } from './question.js';

interface Parts<Q extends Questions, S> {
  readonly title: string;
  /** What this records and what follows from it, in a sentence. */
  readonly lead?: string | ((subject: S) => string);
  readonly button: string;
  /** A statutory notice is shown once more before it is recorded: what the reader is about to say. */
  readonly checkFirst?: string;
  /** Its command goes through the runner alone, so that it can be rehearsed: what would be refused is refused before it is checked. */
  readonly canBeRehearsed?: boolean;
  /** Its button is red. */
  readonly cannotBeUndone?: boolean;
  questions(subject: S): Q;
  /** What is known already need not be typed again (WCAG 3.3.7). */
  prefill?(subject: S): Typed;
  command(answers: Answers<Q>, subject: S, context: CommandContext): OnwardCommand;
  /** Why it would be refused whatever is answered: its decision run dry on the case as it stands. */
  whyNot?(subject: S, now: CaseNow): No | undefined;
  /** The sentence on the next page. Nothing personal. */
  readonly recorded: string;
}

/** A form whose questions are its own business. */
export type Form<S> = Omit<Parts<Questions, S>, 'command'> & {
  command(answers: Readonly<Record<string, unknown>>, subject: S, context: CommandContext): OnwardCommand;
};

/** The answers that `command` gets are typed by the questions. */
export const form = <Q extends Questions, S>(parts: Parts<Q, S>): Form<S> => parts;
