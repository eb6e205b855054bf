// The pinned protocol as one case stands in it on a day: its stage, each step, and the one that it wants next.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { underChoices, type Choices } from '../../../rules/chosen-settings.js';
import type { DatedStep } from '../../../rules/protocol.js';
import { stagesAsOf, stepsAsOf } from '../../../rules/protocol.js';
import { deadlineSubjects } from '../domain/facts.js';
import { pinned } from '../domain/protocols.js';
import { settledAs } from '../domain/settle.js';
import type { Settled, Transition } from '../domain/state.js';
import type { WholeCase } from './cases.js';

export const stepStates = ['done', 'offered-and-declined', 'not-possible', 'due', 'overdue', 'not-yet'] as const;
export type StepState = (typeof stepStates)[number];

export interface StepOn {
  readonly id: string;
  readonly title: string;
  readonly alias?: string;
  readonly stage: string;
  readonly milestone: string;
  readonly actor: string;
  readonly force: string;
  readonly required: boolean;
  readonly state: StepState;
  readonly on?: CivilDate;
  readonly late?: boolean;
  readonly eventId?: string;
  readonly opensOn?: CivilDate;
  readonly closesOn?: CivilDate;
  /** Every time it was recorded by then; `on` is the one that counts. */
  readonly times?: readonly Settled[];
}

export interface ProtocolOn {
  readonly stages: readonly {
    readonly id: string;
    readonly label: string;
    readonly opensOn?: CivilDate;
    readonly closesOn?: CivilDate;
  }[];
  /** The last stage whose first day has come. */
  readonly stage?: string;
  readonly steps: readonly StepOn[];
  readonly next?: StepOn;
  /** Canonical milestones whose required steps are all settled (AMB-06). */
  readonly milestones: readonly string[];
}

/** Under what the area chose, as its rows are: the window of an audit is one window (AMB-12, docs/adr/0046). */
export function protocolOn({ state, opened, person }: WholeCase, asOf: CivilDate, choices: Choices): ProtocolOn {
  const pack = pinned(opened.pack, opened.packVersion);
  const ofTransition = deadlineSubjects('', state, person).filter(({ scope }) => scope === 'transition');
  const [subject] = underChoices(ofTransition, choices);
  if (!subject) throw notFound('transition', opened.eventId);
  const stages = stagesAsOf(pack, subject, asOf);
  const ended = state.closed !== undefined && state.closed.on <= asOf;
  const steps = stepsAsOf(pack, subject, asOf).map((step) => stepOn(step, state, asOf));
  const settled = ({ state: at }: StepOn) => at === 'done' || at === 'offered-and-declined' || at === 'not-possible';
  const wanted = steps.filter((step) => step.required && !settled(step));
  const milestones = pack.protocol.milestones.filter((milestone) => {
    const ofIt = steps.filter((step) => step.required && step.milestone === milestone);
    return ofIt.length > 0 && ofIt.every(settled);
  });
  return {
    stages: stages.map(({ id, label, opensOn, closesOn }) => ({ id, label, opensOn, closesOn })),
    stage: stages.findLast(({ opensOn }) => opensOn !== undefined && opensOn <= asOf)?.id,
    steps,
    next: ended ? wanted.find(({ milestone }) => milestone === 'AUDIT') : wanted[0],
    milestones,
  };
}

function stepOn(step: DatedStep, { settled }: Transition, asOf: CivilDate): StepOn {
  const { id, title, alias, stage, milestone, actor, force, required, opensOn, closesOn } = step;
  const times = (settled[step.fact] ?? []).filter(({ on }) => on <= asOf);
  const known = settledAs({ settled: { [step.fact]: times } }, step.fact);
  const state = known ? known.outcome : openState(opensOn, closesOn, asOf);
  const said = { id, title, alias, stage, milestone, actor, force, required, state, opensOn, closesOn };
  return known ? { ...said, on: known.on, late: known.late, eventId: known.eventId, times } : said;
}

function openState(opensOn: CivilDate | undefined, closesOn: CivilDate | undefined, asOf: CivilDate): StepState {
  if (closesOn !== undefined && closesOn < asOf) return 'overdue';
  return opensOn === undefined || opensOn > asOf ? 'not-yet' : 'due';
}
