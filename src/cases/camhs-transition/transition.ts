// Moves from CAMHS to adult life with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { transitionKind } from './domain/transition-kind.js';
import { topics } from './topics.js';

const decisions = decisionsIn(...topics);

export type TransitionCommand = CommandOf<typeof decisions>;

export const transition = caseType(transitionKind, decisions);
