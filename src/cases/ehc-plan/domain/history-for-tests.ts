// Shorthand for the tests of this slice: a plan with its history told in a few words.
import { civilDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { given, past } from '../../../kernel/given-when-then.js';
import { History } from '../../../kernel/history.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { deadlinesFor, packByVersion, type Deadline } from '../../../rules/index.js';
import { EventCatalogue } from '../../../store/catalogue.js';
import { ehcPlan, type EhcCommand } from '../ehc-plan.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { subjectsOf } from './facts.js';
import type { Plan } from './state.js';
import { legalRoles } from './words.js';

export const day = (text: string): CivilDate => civilDate(text);

export const rulePack = { pack: 'england-send-2014', version: 1 };
export const personId = '0c7c2a4e-0000-4000-8000-000000000001';

export const issued = (on: string): EhcFact =>
  events.planIssued.fact(day(on), { personId, authority: '882', rulePack });

type Loose<C> = C extends { on: CivilDate } ? Omit<C, 'on'> & { on: string } : never;

/** Carries out commands one after another, each against the history so far. */
export function after(facts: readonly EhcFact[], ...commands: readonly Loose<EhcCommand>[]): readonly EhcFact[] {
  let all = facts;
  for (const command of commands) {
    const history = new History(ehcPlan).takeAll(past(all));
    all = [...all, ...ehcPlan.decide(command as EhcCommand, history.state, history)];
  }
  return all;
}

export const stateOf = (facts: readonly EhcFact[]): Plan => new History(ehcPlan).takeAll(past(facts)).state;

export const ask = (command: Loose<EhcCommand>): EhcCommand => command as EhcCommand;

let cycles = 0;
/** A step of whichever review the dates say. */
export const step = {
  meeting: (on: string, more: object = {}) =>
    ({
      type: 'HoldMeeting',
      on,
      attended: [...legalRoles],
      outcomesConsidered: true,
      newCycleId: `c${++cycles}`,
      ...more,
    }) as Loose<EhcCommand>,
  report: (on: string) =>
    ({
      type: 'SendReport',
      on,
      recommends: 'maintain',
      sentTo: ['family'],
      newCycleId: `c${++cycles}`,
    }) as Loose<EhcCommand>,
  /** Most histories are told without all that the law asks of a review: what they leave out has its reason. */
  decision: (on: string, outcome: string, more: object = {}) =>
    ({
      type: 'SendDecision',
      on,
      outcome,
      appealRightsGiven: true,
      reason: outcome === 'maintain' ? 'the outcomes are right' : undefined,
      proposedChanges: outcome === 'amend' ? 'attached' : undefined,
      consulted: outcome === 'cease' ? ['family', 'setting'] : undefined,
      lacksReason: 'this history is told in a few words',
      newCycleId: `c${++cycles}`,
      ...more,
    }) as Loose<EhcCommand>,
  served: (on: string, channel = 'post') => ({ type: 'ServeNotice', on, channel }) as Loose<EhcCommand>,
  final: (on: string, more: object = {}) =>
    ({
      type: 'IssueFinalPlan',
      on,
      origin: 'review',
      recipients: ['family', 'setting', 'icb'],
      ...more,
    }) as Loose<EhcCommand>,
  returned: (on: string, given: object, loadedOn = on) =>
    ({
      type: 'RecordReturnedReview',
      on,
      loadedOn: day(loadedOn),
      newCycleIds: [`r${++cycles}a`, `r${cycles}b`],
      ...given,
    }) as Loose<EhcCommand>,
};

/** Everything up to the notice with the proposed amendments, sent and served by e-mail on 10 June 2026. */
export const noticedByEmail = after(
  [issued('2024-06-20')],
  step.meeting('2026-06-01'),
  step.decision('2026-06-10', 'amend'),
  step.served('2026-06-10', 'email'),
);
export const noticedCycleId = (
  noticedByEmail.find(({ type }) => type === 'DecisionNoticeSent')?.data as { cycleId: string }
).cycleId;

const catalogue = new EventCatalogue([events]);

/** The same as `after`, and what the decider says is also what the schema of the event takes. */
export const checkedAfter: typeof after = (facts, ...commands) => {
  const history = after(facts, ...commands);
  for (const { type, data } of history) expect([...catalogue.get(type).check.Errors(data)]).toEqual([]);
  return history;
};

export const refusalOf = (history: readonly EhcFact[], command: Loose<EhcCommand>) =>
  given(ehcPlan, history).when(ask(command)).refusal?.parts;

/** Every date of that scope that still stands, as `key: due` and, where it was done, when. */
export function datesOf(history: readonly EhcFact[], scope: string): Record<string, string> {
  const stands = (row: Deadline) => row.validTo === undefined;
  const rows = underChoices(subjectsOf('plan', stateOf(history)), [])
    .filter((subject) => subject.scope === scope)
    .flatMap(({ pack, packVersion, facts, flags, settings }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags, settings).filter(stands),
    );
  return Object.fromEntries(
    rows.map(({ key, dueOn, metOn }) => [key, metOn === undefined ? dueOn : `${dueOn}, met ${metOn}`]),
  );
}
