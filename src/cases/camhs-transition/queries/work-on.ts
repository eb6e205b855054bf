// From the state of one case to what can be recorded of it and to its dates, as of a day.
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { isCivilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { metAsOf, statusOn, type Deadline } from '../../../rules/deadline.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import type { Step } from '../../../rules/protocol-steps.js';
import { deadlinesOn } from '../../../engine/deadlines/deadlines-on.js';
import { correctableDates, type StepOutcome } from '../domain/codes.js';
import { consentOn } from '../domain/consent.js';
import { deadlineSubjects } from '../domain/facts.js';
import { ownCommands } from '../domain/own-commands.js';
import { stepsOf } from '../domain/protocols.js';
import type { Transition } from '../domain/state.js';
import { readRevision } from '../../../engine/processing/case-projection.js';
import { projectionName } from '../projection.js';
import { labelOf, wholeCase, type WholeCase } from './cases.js';
import { adultServicesAsked, consentsOf } from './person-consents.js';
import type { ConsentStanding, StandingFact, StepWork, TransitionWork, WorkLine } from './work-view.js';

/** `only`: an adult service sees what was agreed with itself, not with others (TRN-43). */
export function workOn(db: Statements, id: string, asOf: CivilDate, only?: string): TransitionWork {
  const whole = wholeCase(db, id, asOf);
  const revision = readRevision(db, projectionName, id);
  if (!whole || revision === undefined) throw notFound('transition', id);
  const { state, facts, opened, person } = whole;
  return {
    revision,
    lines: underChoices(deadlineSubjects(id, state, person), choicesIn(db))
      .flatMap((subject) => deadlinesOn(subject, asOf, person).map((line) => workLine(subject, line, asOf)))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    steps: stepsOf(opened.pack, opened.packVersion).map(stepWork),
    consents: standings(db, opened.personId, asOf).filter(({ recipient }) => only === undefined || recipient === only),
    facts: only === undefined ? facts.map((fact) => standingFact(fact, state)) : [],
    destinationCode: state.chosen?.destination,
  };
}

function standingFact({ id, type, occurredOn, data }: WholeCase['facts'][number], { items }: Transition): StandingFact {
  const held: Readonly<Record<string, unknown>> = { ...data, occurredOn };
  const dates = correctableDates.flatMap((field) => {
    const on = held[field];
    return isCivilDate(on) ? [{ field, on }] : [];
  });
  const text = (name: string): string | undefined => {
    const found = held[name];
    return typeof found === 'string' ? found : undefined;
  };
  // Two facts of one kind on one day must be told apart: the wrong one would be taken back.
  const about =
    text('kind') ??
    items[text('itemId') ?? '']?.kind ??
    labelOf(text('destination') ?? text('service')) ??
    text('mark') ??
    text('which') ??
    text('manner') ??
    text('lead');
  return { eventId: id, type, stepId: text('stepId'), about, dates };
}

function workLine(subject: DeadlineSubject, deadline: Deadline, asOf: CivilDate): WorkLine {
  const { key, rule, title, kind, force, source, dueOn, opensOn, comparison } = deadline;
  return {
    subjectId: subject.id,
    subject: subject.label,
    ...{ key, rule, title, kind, force, source, dueOn },
    opensOn: opensOn ?? null,
    status: statusOn(deadline, asOf),
    metOn: metAsOf(deadline, asOf)?.on ?? null,
    basis: deadline.basis(),
    otherReading: comparison ? { label: comparison.label, dueOn: comparison.dueOn } : null,
  };
}

function stepWork({ id, fact, evidence, mayBeDeclined, mayBeNotPossible, note }: Step): StepWork {
  const own = ownCommands[fact];
  const outcomes: StepOutcome[] = [
    ...(own ? [] : (['done'] as const)),
    ...(mayBeDeclined ? (['offered-and-declined'] as const) : []),
    ...(mayBeNotPossible ? (['not-possible'] as const) : []),
  ];
  return { stepId: id, fact, evidence, outcomes, recordedBy: own?.how, note };
}

/** For every adult service that is asked about here: also "none", which is not a no. */
function standings(db: Statements, personId: string, asOf: CivilDate): ConsentStanding[] {
  const entries = consentsOf(db, personId);
  return adultServicesAsked(db).map((recipient) => {
    const { kind, eventId } = consentOn(entries, recipient, asOf);
    return { recipient, kind, on: entries.find((entry) => entry.eventId === eventId)?.on };
  });
}
