// Programmes with all their decisions: for the demo area and the tests, which ask several of them by type.
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { readinessKind } from './domain/readiness-kind.js';
import { topics } from './topics.js';

const decisions = decisionsIn(...topics);

export type ReadinessCommand = CommandOf<typeof decisions>;

export const readiness = caseType(readinessKind, decisions);
