// Makes from each use case and each question what NestJS needs: a controller for its address, a handler on its bus, a row of the access table.
import { Body, Controller, Get, Inject, Param, Post, Query, type Provider, type Type } from '@nestjs/common';
import { CommandHandler, QueryHandler } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AskedBy, Context } from '../api/request.js';
import { CommandRoute, QueryRoute } from '../api/routes.js';
import { Dispatcher } from '../access/dispatcher.js';
import type { Asked } from '../access/messages.js';
import type { AccessTable } from '../access/policy.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { Clock } from '../../kernel/clock.js';
import { settleDay } from './dated.js';
import type { Question, QuestionMessage } from './question.js';
import { namesIn, type At } from './route-names.js';
import type { Given, Service, UseCase, UseCaseMessage } from './use-case.js';

/** What one part of Onward can do and tell. */
export interface Offers {
  readonly useCases: readonly UseCase[];
  readonly questions: readonly Question[];
}

/** For the decorator of a module. */
export const built = ({ useCases, questions }: Offers): { controllers: Type[]; providers: Provider[] } => ({
  controllers: [
    ...useCases.filter(({ post }) => post !== undefined).map(commandController),
    ...questions.filter(({ get }) => get !== undefined).map(questionController),
  ],
  providers: [...useCases.map(commandHandler), ...questions.map(questionHandler)],
});

/** Who may do and ask what. Error: two have the same name. */
export function accessTable(all: readonly Offers[]): AccessTable {
  const rows = all.flatMap(({ useCases, questions }) =>
    [...useCases, ...questions].map(({ name, who }) => [name, who] as const),
  );
  const names = rows.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two use cases are called ${twice}`);
  return Object.fromEntries(rows);
}

const named = <T extends Type>(made: T, name: string): T => Object.defineProperty(made, 'name', { value: name });

/** NestJS and the API's document find what a route takes by the types of its parameters, which a compiler would have written there. */
function takes(
  route: Type,
  method: string,
  parameters: readonly { readonly of: ParameterDecorator; readonly type: unknown }[],
): void {
  // Last to first, as a compiler applies them: so they stand in the document in their order.
  parameters
    .toReversed()
    .forEach(({ of }, back) => of(route.prototype as object, method, parameters.length - 1 - back));
  const types = parameters.map(({ type }) => type);
  Reflect.defineMetadata('design:paramtypes', types, route.prototype as object, method);
}

const inPath = (route: string) => namesIn(route).map((name) => ({ of: Param(name), type: String }));

function atOf(route: string, given: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(namesIn(route).map((name, index) => [name, String(given[index])]));
}

function commandController(useCase: UseCase): Type {
  const { name, post = '', input, section, does, rules, answers } = useCase;
  const count = namesIn(post).length;
  class Route {
    constructor(private readonly dispatcher: Dispatcher) {}

    post(...given: unknown[]): Promise<unknown> {
      const rest = given.slice(count);
      const context = rest[rest.length - 1] as CommandContext;
      const sent = input === undefined ? {} : (rest[0] as object);
      return this.dispatcher.send(useCase.of(atOf(post, given), sent, context));
    }
  }
  Inject(Dispatcher)(Route, undefined, 0);
  takes(Route, 'post', [
    ...inPath(post),
    ...(input === undefined ? [] : [{ of: Body(), type: input }]),
    { of: Context(), type: Object },
  ]);
  return decorated(Route, `${name}Controller`, section, 'post', [
    ...(answers === undefined ? [] : [ApiOkResponse({ type: answers })]),
    CommandRoute(does, rules),
    Post(post),
  ]);
}

function questionController(question: Question): Type {
  const { name, get = '', input, section, tells, rules, answers } = question;
  const count = namesIn(get).length;
  class Route {
    constructor(private readonly dispatcher: Dispatcher) {}

    get(...given: unknown[]): Promise<unknown> {
      const rest = given.slice(count);
      const asked = rest[rest.length - 1] as Asked;
      return this.dispatcher.ask(question.of(atOf(get, given), input === undefined ? {} : (rest[0] as object), asked));
    }
  }
  Inject(Dispatcher)(Route, undefined, 0);
  takes(Route, 'get', [
    ...inPath(get),
    ...(input === undefined ? [] : [{ of: Query(), type: input }]),
    { of: AskedBy(), type: Object },
  ]);
  return decorated(Route, `${name}Controller`, section, 'get', [QueryRoute(tells, answers, rules), Get(get)]);
}

function decorated(
  route: Type,
  name: string,
  section: string,
  method: string,
  decorators: readonly MethodDecorator[],
): Type {
  const prototype = route.prototype as object;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method) ?? {};
  for (const decorate of decorators) decorate(prototype, method, descriptor);
  ApiTags(section)(route);
  Controller()(route);
  return named(route, name);
}

/** Carries out what a message asks for, on the day given; `given` are the services that the use case uses. */
export function carryOut<Route extends string, Input extends object, Services extends readonly Service[], Result>(
  useCase: UseCase<Route, Input, Services, Result>,
  { at, input, context }: UseCaseMessage,
  given: Given<Services>,
  today: CivilDate,
): Promise<Result> {
  const sent = { at: at as At<Route>, input: input as Input };
  return useCase.handle({ ...sent, ...settleDay(sent.input, today), today, context }, ...given);
}

function commandHandler(useCase: UseCase): Provider {
  class Handler {
    constructor(
      private readonly clock: Clock,
      private readonly given: Given<readonly Service[]>,
    ) {}

    async execute(message: UseCaseMessage): Promise<unknown> {
      return carryOut(useCase, message, this.given, this.clock.today());
    }
  }
  CommandHandler(useCase.message)(Handler);
  return {
    provide: named(Handler, `${useCase.name}Handler`),
    useFactory: (clock: Clock, ...given: unknown[]) => new Handler(clock, given),
    inject: [Clock, ...useCase.uses] as Type[],
  };
}

/** Answers what a message asks; `given` are the services that the question uses. */
export async function answerTo<Route extends string, Input extends object, Services extends readonly Service[], Answer>(
  question: Question<Route, Input, Services, Answer>,
  { at, query, asked }: QuestionMessage,
  given: Given<Services>,
): Promise<Answer> {
  return question.answer({ at: at, query: query as Input, asked }, ...given);
}

function questionHandler(question: Question): Provider {
  class Handler {
    constructor(private readonly given: Given<readonly Service[]>) {}

    execute(message: QuestionMessage): Promise<unknown> {
      return answerTo(question, message, this.given);
    }
  }
  QueryHandler(question.message)(Handler);
  return {
    provide: named(Handler, `${question.name}Handler`),
    useFactory: (...given: unknown[]) => new Handler(given),
    inject: [...question.uses] as Type[],
  };
}
