// Waits with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { waitKind } from './domain/wait-kind.js';
import { loadRow } from './loaded-row.js';
import { topics } from './topics.js';

const decisions = { ...decisionsIn(...topics), Load: loadRow };

export type WaitCommand = CommandOf<typeof decisions>;

export const wait = caseType(waitKind, decisions);
