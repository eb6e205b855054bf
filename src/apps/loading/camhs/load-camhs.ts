// Loads a CAMHS caseload: the case of each row whole or not at all, what is there already untouched.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { JudgedEntry } from '../../../cases/camhs-transition/domain/consent.js';
import type { TransitionFact } from '../../../cases/camhs-transition/domain/events.js';
import type { Entries } from '../../../kernel/decider.js';
import { transition } from '../../../cases/camhs-transition/transition.js';
import type { Transition } from '../../../cases/camhs-transition/domain/state.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';
import { reported } from '../lists/oddity.js';
import { refusedRow } from '../lists/refused-row.js';
import { rehearse } from '../lists/rehearse.js';
import type { Values } from '../lists/values.js';
import type { Found, People } from '../people/find-person.js';
import type { RowContext, RowResult } from '../run-load.js';
import { camhsRow, type CamhsRow } from './camhs-row.js';
import { consentEntries } from './consent-entries.js';
import type { TransitionFinder } from './find-transition.js';
import { loadedBefore } from './loaded-before.js';
import { personFromRow, type About } from './person-from-row.js';
import { personBefore } from './person-before.js';
import type { TransitionFromRow } from './dated-from-row.js';
import { transitionFromRow } from './transition-from-row.js';

export interface CamhsParts {
  readonly runner: CommandRunner;
  readonly people: People;
  readonly transitions: TransitionFinder;
  /** Code of the adult service for which a consent to discuss counts. */
  readonly recipient: string;
  readonly today: CivilDate;
  readonly dryRun: boolean;
}

/** Two rows are about one case when they are about one person and one referral. */
export const camhsKey = (values: Values): string =>
  ['nhs_number', 'upn', 'team', 'local_patient_id', 'referral_received']
    .map((column) => values.text(column) ?? '')
    .join('|');

export class CamhsLoader {
  private readonly lineOf = new Map<string, number>();

  constructor(private readonly parts: CamhsParts) {}

  async apply(values: Values, line: number, context: RowContext): Promise<RowResult> {
    const row = camhsRow(values, this.parts.today);
    return this.parts.people.whose(row.person, row.referredOn, context.command('person'), (found) =>
      this.take(row, line, found, context),
    );
  }

  private async take(row: CamhsRow, line: number, found: Found, context: RowContext): Promise<RowResult> {
    const id = await this.parts.transitions.find(found.personId, row);
    const first = this.lineOf.get(id);
    if (first !== undefined) return secondRow(line, first, found);
    this.lineOf.set(id, line);
    try {
      return await this.bring(id, row, line, found, context);
    } catch (error) {
      return refusedRow(error, line, found);
    }
  }

  /** Everything is tried out first: a row that is refused leaves neither a consent nor a step behind. */
  private async bring(id: string, row: CamhsRow, line: number, found: Found, context: RowContext): Promise<RowResult> {
    const { runner, recipient, today, dryRun } = this.parts;
    const { personId } = found;
    const { history: ofBefore, birthDate } = await personBefore(runner.journal, personId, row.person);
    const about: About = { personId, birthDate, recipient, today };
    const ofPerson = personFromRow(row, ofBefore.state, about);
    const rehearsed = rehearse(youngPerson, ofBefore, ofPerson.said, today);
    const { state, history } = await runner.journal.load(transition, id);
    const before = await loadedBefore(runner.journal, id);
    const said: SaidOf = (to, { standing }, consents) =>
      transitionFromRow(row, to, { ...about, before, standing, consents });
    const ofCase = said(state, history, consentEntries(rehearsed.state, birthDate));
    const { facts } = rehearse(transition, history, ofCase.said, today);
    await found.check([...rehearsed.facts, ...facts]);
    const registered = await found.record();
    const recorded = dryRun
      ? [...rehearsed.facts, ...facts]
      : await this.record(id, row, about, ofPerson.said.length > 0, said, context);
    const all = [...registered, ...recorded.map(({ type }) => type)];
    const oddities = [...found.oddities.map((message) => ({ message })), ...ofPerson.oddities, ...ofCase.oddities];
    const outcome = all.includes('TransitionOpened') ? 'loaded' : all.length > 0 ? 'changed' : 'unchanged';
    return { outcome, facts: all, problems: oddities.map((one) => reported(line, one)) };
  }

  private async record(id: string, row: CamhsRow, about: About, aroundToo: boolean, said: SaidOf, context: RowContext) {
    const { runner } = this.parts;
    const ofPerson = (now: YoungPerson) => personFromRow(row, now, about).said.map(({ command }) => command);
    const around = aroundToo
      ? await runner.runAll(youngPerson, about.personId, ofPerson, context.command('around'))
      : undefined;
    const consents = consentEntries((await runner.journal.load(youngPerson, about.personId)).state, about.birthDate);
    const ofCase = (now: Transition, entries: Entries<TransitionFact>) =>
      said(now, entries, consents).said.map(({ command }) => command);
    const { events } = await runner.runAll(transition, id, ofCase, context.command(`case ${id}`));
    return [...(around?.events ?? []), ...events];
  }
}

type SaidOf = (
  state: Transition,
  entries: Entries<TransitionFact>,
  consents: readonly JudgedEntry[],
) => TransitionFromRow;

const secondRow = (line: number, first: number, { oddities }: Found): RowResult => ({
  outcome: 'refused',
  facts: [],
  problems: [
    {
      line,
      field: 'referral_received',
      code: 'duplicate-row',
      severity: 'refused',
      message: `The young person stands in line ${first} already, open to CAMHS at the same time: the first was taken.`,
    },
    ...oddities.map((message) => reported(line, { message })),
  ],
});
