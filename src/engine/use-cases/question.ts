// A question as one value: name, address, rules, who may ask and why, what is asked for, the answer, and whose records it shows.
import type { Type } from '@nestjs/common';
import { OnwardQuery, type Asked } from '../access/messages.js';
import type { AccessRow } from '../access/policy.js';
import type { At } from './route-names.js';
import type { Given, Service } from './use-case.js';

export interface Asking<Route extends string, Input> {
  /** What stands at the names of the address. */
  readonly at: At<Route>;
  /** What was asked for behind the address. */
  readonly query: Input;
  /** Who asks, and for which day. */
  readonly asked: Asked;
}

export interface QuestionParts<
  Route extends string,
  Input extends object,
  Services extends readonly Service[],
  Answer,
> {
  /** In access rows, figures, the record of reading and the API's document. */
  readonly name: string;
  /** Address in the API. None: only pages ask it. */
  readonly get?: Route;
  /** Under which heading it stands in the API's document. */
  readonly section: string;
  /** What it answers, in a line. */
  readonly tells: string;
  /** IDs of the rules it stands on. */
  readonly rules: readonly string[];
  readonly who: AccessRow;
  /** What may be asked for behind the address. */
  readonly input?: Type<Input>;
  /** For the API's document. */
  readonly answers: Type<unknown>;
  /** Whose records the answer shows: kept in the record of reading. */
  shows(answer: NoInfer<Answer>, asking: Asking<Route, Input>): readonly string[];
  /** Services that `answer` is given, in this order. */
  readonly uses: Services;
  answer(asking: Asking<Route, Input>, ...given: Given<Services>): Answer | Promise<Answer>;
}

export interface Question<
  Route extends string = string,
  Input extends object = object,
  Services extends readonly Service[] = readonly Service[],
  Answer = unknown,
> extends QuestionParts<Route, Input, Services, Answer> {
  /** Of its message on the query bus, which finds the handler by it. */
  readonly message: Type<object>;
  /** The message that asks it. */
  of(at: At<Route>, query: Input, asked: Asked): QuestionMessage<Answer>;
}

export abstract class QuestionMessage<Answer = unknown> extends OnwardQuery<Answer> {
  constructor(
    readonly at: Readonly<Record<string, string>>,
    readonly query: object,
    asked: Asked,
  ) {
    super(asked);
  }
}

export function question<
  const Route extends string,
  Input extends object = object,
  const Services extends readonly Service[] = readonly Service[],
  Answer = unknown,
>(parts: QuestionParts<Route, Input, Services, Answer>): Question<Route, Input, Services, Answer> {
  const message = class extends QuestionMessage<Answer> {
    shows(answer: Answer): readonly string[] {
      return parts.shows(answer, { at: this.at, query: this.query as Input, asked: this.asked });
    }
  };
  Object.defineProperty(message, 'name', { value: parts.name });
  return { ...parts, message, of: (at, query, asked) => new message(at, query, asked) };
}

/** The questions that these files export: a list that nobody has to keep. */
export const questionsIn = (...files: readonly Readonly<Record<string, unknown>>[]): Question[] =>
  files.flatMap((file) => Object.values(file)).filter(isQuestion);

const isQuestion = (value: unknown): value is Question =>
  typeof value === 'object' && value !== null && 'answer' in value && 'message' in value;
