// Tries out what a row says of a case before anything is written, so that a refusal names the column that it comes from.
import { type CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { invalid, isOnwardError, OnwardError } from '../../../kernel/errors.js';
import type { Fact } from '../../../kernel/events.js';
import type { History } from '../../../kernel/history.js';

/** A command, and the column of the file that says it. */
export interface Said<C> {
  readonly field: string;
  readonly command: C;
}

/** Errors: what the decider refuses, with the column; `invalid-input` for what has not happened yet (REC-24). */
export function rehearse<C, S, F extends Fact>(
  { decide }: Pick<CaseType<C, S, F>, 'decide'>,
  recorded: History<S, F>,
  said: readonly Said<C>[],
  today: CivilDate,
): { readonly facts: readonly F[]; readonly state: S } {
  const facts: F[] = [];
  const history = recorded.fork();
  for (const { field, command } of said) {
    for (const fact of decidedFor(field, () => decide(command, history.state, history))) {
      if (fact.occurredOn > today) throw invalid(field, 'lies in the future', 'REC-24');
      history.take({ ...fact, id: `rehearsed-${facts.length}`, recordedAt: '' });
      facts.push(fact);
    }
  }
  return { facts, state: history.state };
}

function decidedFor<T>(field: string, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (!isOnwardError(error)) throw error;
    // The decider calls what was wrong by its own name: whoever reads the report knows the column.
    const [named] = error.parts.fields ?? [];
    const detail = named ? `${field} ${named.problem}` : error.parts.detail;
    throw new OnwardError(error.type, { ...error.parts, detail, fields: [{ field, problem: detail }] });
  }
}
