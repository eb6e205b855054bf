// What a slice hands to the rules: one thing that has deadlines (a review cycle, a plan, a transition, a wait), with its facts.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Facts, Flags, Settings } from './facts.js';

export interface DeadlineSubject {
  /** The rule pack that the case has pinned (EHC-93), by name and version. */
  readonly pack: string;
  readonly packVersion: number;
  /** Which of the pack's rules: `cycle`, `plan`, `phase`, `transition`, … */
  readonly scope: string;
  /** Id within the case: the cycle's id, or the case's own. */
  readonly id: string;
  /** What a person calls it: "annual review 3", "phase transfer to secondary". Nothing personal. */
  readonly label: string;
  readonly facts: Facts;
  readonly flags: Flags;
  /** DfE code of the authority that answers for it, where one does: its own settings govern it. */
  readonly authority?: string;
  readonly settings?: Settings;
  /** Since when the case is held here. Whatever its dates are, on an earlier day nobody here was late for it. */
  readonly heldFrom?: CivilDate;
}
