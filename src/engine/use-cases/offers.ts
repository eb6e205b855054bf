// What can be done and asked, who may, and how it is carried out; without what NestJS makes of it (build.ts).
import type { AccessTable } from '../access/policy.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { settleDay } from './dated.js';
import type { Question, QuestionMessage } from './question.js';
import type { At } from './route-names.js';
import type { Given, Service, UseCase, UseCaseMessage } from './use-case.js';

/** What one part of Onward can do and tell. */
export interface Offers {
  readonly useCases: readonly UseCase[];
  readonly questions: readonly Question[];
}

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

/** Answers what a message asks; `given` are the services that the question uses. */
export async function answerTo<Route extends string, Input extends object, Services extends readonly Service[], Answer>(
  question: Question<Route, Input, Services, Answer>,
  { at, query, asked }: QuestionMessage,
  given: Given<Services>,
): Promise<Answer> {
  return question.answer({ at: at, query: query as Input, asked }, ...given);
}
