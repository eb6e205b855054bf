// Young people with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { youngPersonKind } from './domain/person-kind.js';
import * as forgetting from './forgetting/forgetting.js';
import { topics } from './topics.js';

const decisions = decisionsIn(...topics, forgetting);

export type YoungPersonCommand = CommandOf<typeof decisions>;

export const youngPerson = caseType(youngPersonKind, decisions);
