// A use case as one value: name, address, rules, who may and why, what is sent, what is done. Controller, handler, access row and the API's
// document are made from it (build.ts).
import type { Type } from '@nestjs/common';
import type { CommandResult } from '../commands/command-runner.js';
import { OnwardCommand } from '../access/messages.js';
import type { AccessRow } from '../access/policy.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { PlacedForm, Sending } from './placed-form.js';
import type { At } from './route-names.js';

/** For `noForm`: what a person can do by the API alone until it has a page. */
export const missing = 'There is no page for it yet.';

/** What a handler asks for by its class, an abstract one too. */
export type Service<T = unknown> = abstract new (...given: never[]) => T;

export type Given<Services extends readonly Service[]> = {
  readonly [N in keyof Services]: Services[N] extends Service<infer T> ? T : never;
};

/** What is asked when a use case is carried out. */
export interface Ask<Route extends string, Input> {
  /** What stands at the names of the address: which case, which appeal. */
  readonly at: At<Route>;
  /** As it was sent. */
  readonly input: Input;
  /** What was sent, without its day. */
  readonly details: Omit<Input, 'on'>;
  /** The civil day in London on which it happened: as it was sent, else today. Never ahead (REC-24). */
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly context: CommandContext;
}

export interface UseCaseParts<Route extends string, Input extends object, Services extends readonly Service[], Result> {
  /** In access rows, figures, the record of reading and the API's document. */
  readonly name: string;
  /** Address in the API, with the names of what it is about. None: only Onward itself asks for it. */
  readonly post?: Route;
  /** Under which heading it stands in the API's document. */
  readonly section: string;
  /** What it does, in a line. */
  readonly does: string;
  /** IDs of the rules it stands on. */
  readonly rules: readonly string[];
  readonly who: AccessRow;
  /** None: nothing is sent with it. */
  readonly input?: Type<Input>;
  /** For the API's document, where it answers more than what was recorded. */
  readonly answers?: Type<unknown>;
  /** The forms by which a person does it: each stands on a page that is reached by links. */
  readonly forms?: readonly PlacedForm<Sending<Route, Input>>[];
  /** Pattern of the page where it is done, where that page is its own and more than a form. */
  readonly page?: string;
  /** Why no page has a form for it, in a sentence; or `missing`. */
  readonly noForm?: string;
  /** Services that `handle` is given, in this order. */
  readonly uses: Services;
  handle(ask: Ask<Route, Input>, ...given: Given<Services>): Promise<Result>;
}

export interface UseCase<
  Route extends string = string,
  Input extends object = object,
  Services extends readonly Service[] = readonly Service[],
  Result = unknown,
> extends UseCaseParts<Route, Input, Services, Result> {
  /** Of its message on the command bus, which finds the handler by it. */
  readonly message: Type<UseCaseMessage>;
  /** Its place among those of its file. */
  readonly nth: number;
  /** The message that asks for it. */
  of(at: At<Route>, input: Input, context: CommandContext): UseCaseMessage<Result>;
}

export class UseCaseMessage<Result = unknown> extends OnwardCommand<Result> {
  constructor(
    readonly at: Readonly<Record<string, string>>,
    readonly input: object,
    context: CommandContext,
  ) {
    super(context);
  }
}

let told = 0;

export function useCase<
  const Route extends string,
  Input extends object = object,
  const Services extends readonly Service[] = readonly Service[],
  Result = CommandResult,
>(parts: UseCaseParts<Route, Input, Services, Result>): UseCase<Route, Input, Services, Result> {
  const message = class extends UseCaseMessage<Result> {};
  Object.defineProperty(message, 'name', { value: parts.name });
  return { ...parts, message, nth: told++, of: (at, input, context) => new message(at, input, context) };
}

/** The use cases that these files export, in the order in which each file tells them (a module has its exports by the alphabet). */
export const useCasesIn = (...files: readonly Readonly<Record<string, unknown>>[]): UseCase[] =>
  files.flatMap((file) =>
    Object.values(file)
      .filter(isUseCase)
      .sort((a, b) => a.nth - b.nth),
  );

const isUseCase = (value: unknown): value is UseCase =>
  typeof value === 'object' && value !== null && 'handle' in value && 'message' in value;
