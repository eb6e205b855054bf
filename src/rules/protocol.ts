// A protocol's stages and steps: canonical milestones under each variant's own labels, and their dates for one young person.
import type { CivilDate } from '../kernel/calendar/index.js';
import { notFound } from '../kernel/errors.js';
import { compiled } from './compile-pack.js';
import type { Operand } from './expression.js';
import type { Facts, Flags, Settings } from './facts.js';
import type { Protocol, Stage, Step } from './protocol-steps.js';
import type { RulePack } from './rule-pack.js';

type Dated<T> = Omit<T, 'from' | 'until'> & { readonly opensOn?: CivilDate; readonly closesOn?: CivilDate };

export type DatedStage = Dated<Stage>;
export type DatedStep = Dated<Step>;

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
export const stagesAsOf = (pack: RulePack, subject: Case, asOf: CivilDate): DatedStage[] =>
  dated(pack, protocolOf(pack).stages, subject, asOf);

/** The steps with their dates as known at the end of a day. */
export const stepsAsOf = (pack: RulePack, subject: Case, asOf: CivilDate): DatedStep[] =>
  dated(pack, protocolOf(pack).steps, subject, asOf);

function dated<T extends Stage | Step>(pack: RulePack, all: readonly T[], subject: Case, on: CivilDate): Dated<T>[] {
  const { reckon } = compiled(pack, subject.settings);
  const known = { facts: subject.facts, flags: subject.flags ?? {}, on };
  const { scope } = protocolOf(pack);
  const dateOf = (operand?: Operand) => (operand === undefined ? undefined : reckon(scope, operand).at(known)?.on);
  return all.map(({ from, until, ...rest }) => ({ ...rest, opensOn: dateOf(from), closesOn: dateOf(until) }));
}
