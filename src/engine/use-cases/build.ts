// Makes from each use case and each question what NestJS needs: a controller for its address, a handler on its bus, and what it says to the API's document.
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Query,
  type DynamicModule,
  type Provider,
  type Type,
} from '@nestjs/common';
import { CommandHandler, QueryHandler } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '../api/api-routes.js';
import { AskedBy, Context } from '../api/request.js';
import { CommandRoute, QueryRoute } from '../api/routes.js';
import { Dispatcher } from '../access/dispatcher.js';
import type { Asked } from '../access/messages.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { Clock } from '../../kernel/clock.js';
import { answerTo, carryOut, type Offers } from './offers.js';
import type { Served } from './served.js';
import type { Question, QuestionMessage } from './question.js';
import { namesIn } from './route-names.js';
import type { Given, Service, UseCase, UseCaseMessage } from './use-case.js';

const built = ({ useCases, questions }: Offers): { controllers: Type[]; providers: Provider[] } => ({
  controllers: [
    ...useCases.filter(({ post }) => post !== undefined).map(commandController),
    ...questions.filter(({ get }) => get !== undefined).map(questionController),
  ],
  providers: [...useCases.map(commandHandler), ...questions.map(questionHandler)],
});

/** A part as NestJS has it; without its pages it stands without the frame of the pages. */
export function moduleOf(name: string, { offers, pages = [], providers = [] }: Served): DynamicModule {
  class Part {}
  const made = offers.map(built);
  return {
    module: named(Part, name),
    controllers: [...made.flatMap(({ controllers }) => controllers), ...pages],
    providers: [...made.flatMap((one) => one.providers), ...providers],
  };
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
