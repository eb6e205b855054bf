// A protocol's stages and steps: canonical milestones under each variant's own labels, and their dates for one young person.
import type { CivilDate } from '../kernel/calendar/index.js';
import { notFound } from '../kernel/errors.js';
import { compiled } from './compile-pack.js';
import type { Force, Kind } from './deadline.js';
import type { Condition, Operand } from './expression.js';
import type { Facts, Flags, Settings } from './facts.js';
import type { RulePack } from './rule-pack.js';

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly from: Operand;
  /** Last day of the stage; a stage without it is open-ended. */
  readonly until?: Operand;
}

export interface Step {
  readonly id: string;
  readonly milestone: string;
  readonly stage: string;
  readonly title: string;
  readonly alias?: string;
  readonly actor: string;
  readonly evidence: string;
  readonly required: boolean;
  /** The young person or the family may decline, which settles it (TRN-45). */
  readonly mayBeDeclined: boolean;
  /** May be settled by recording why it was not possible or not indicated. */
  readonly mayBeNotPossible: boolean;
  /** The fact that shows the step as settled: done, declined or not possible. */
  readonly fact: string;
  readonly from?: Operand;
  /** Last day; a step with one is also a rule of the pack, under the step's id. */
  readonly until?: Operand;
  readonly when?: Condition;
  readonly force: Force;
  readonly kind?: Kind;
  readonly source: string;
  readonly note?: string;
}

export interface Protocol {
  /** The scope whose facts the protocol reads. */
  readonly scope: string;
  readonly milestones: readonly string[];
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  /** Facts that end every unmet step: no onward service, declined, moved, died. */
  readonly cancelledBy: readonly string[];
}

export type Dated<T> = Omit<T, 'from' | 'until'> & { readonly opensOn?: CivilDate; readonly closesOn?: CivilDate };

const protocolOf = (pack: RulePack): Protocol => {
  if (pack.protocol === undefined) throw notFound('protocol', `${pack.pack} v${pack.version}`);
  return pack.protocol;
};

interface Case {
  readonly facts: Facts;
  readonly flags?: Flags;
  readonly settings?: Settings;
}

/** The stages with their dates as known at the end of a day. */
export const stagesAsOf = (pack: RulePack, subject: Case, asOf: CivilDate): Dated<Stage>[] =>
  dated(pack, protocolOf(pack).stages, subject, asOf);

/** The steps with their dates as known at the end of a day. */
export const stepsAsOf = (pack: RulePack, subject: Case, asOf: CivilDate): Dated<Step>[] =>
  dated(pack, protocolOf(pack).steps, subject, asOf);

function dated<T extends Stage | Step>(pack: RulePack, all: readonly T[], subject: Case, on: CivilDate): Dated<T>[] {
  const { reckon } = compiled(pack, subject.settings);
  const known = { facts: subject.facts, flags: subject.flags ?? {}, on };
  const { scope } = protocolOf(pack);
  const dateOf = (operand?: Operand) => (operand === undefined ? undefined : reckon(scope, operand).at(known)?.on);
  return all.map(({ from, until, ...rest }) => ({ ...rest, opensOn: dateOf(from), closesOn: dateOf(until) }));
}
