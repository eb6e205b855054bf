// What a row adds to the record of a person: decided first, so that a refused row leaves nothing, and recorded as one.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { Known } from '../../../engine/person/matching/compare.js';
import { decide } from '../../../engine/person/matching/decide.js';
import { matchingModel as model } from '../../../engine/person/matching/model.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { History } from '../../../kernel/history.js';
import { claiming } from '../../../cases/young-person/identifiers/claiming.js';
import type { IdentifierRegistry } from '../../../cases/young-person/identifiers/identifier-registry.js';
import { PersonReader } from '../../../cases/young-person/profile/person-reader.js';
import { emptyProfile, type Profile } from '../../../cases/young-person/profile/profile.js';
import { profileFolding } from '../../../cases/young-person/profile/evolve-profile.js';
import type { YoungPersonFact } from '../../../engine/person/domain/events.js';
import { knownOf } from '../../../cases/young-person/who/known-people.js';
import { youngPerson, type YoungPersonCommand } from '../../../cases/young-person/young-person.js';
import { corrections } from './corrections.js';
import type { PersonRow } from './person-row.js';
import { requireBorn } from '../../../engine/person/require-born.js';
import { joinedWords, mustBeSaid } from './who-words.js';

/** A row, and the numbers of it as they are stored. */
export interface Sought {
  readonly row: PersonRow;
  readonly identifiers: readonly ReturnType<IdentifierRegistry['read']>[];
  readonly known: Known;
  readonly on: CivilDate;
  readonly context: CommandContext;
}

/** What is to be recorded about the person of a row. */
export interface Plan {
  readonly personId: string;
  readonly isNew: boolean;
  readonly oddities: readonly string[];
  readonly birthDate: CivilDate | undefined;
  readonly commands: readonly YoungPersonCommand[];
  readonly claims: Sought['identifiers'];
  /** Types of the facts that this adds. */
  readonly facts: readonly string[];
  /** As they are on record afterwards. */
  readonly after: Profile;
}

/** How often a row whose person someone else is registering at this moment looks again. */
const attempts = 4;

export class RecordPerson {
  private readonly reader: PersonReader;

  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
    private readonly today: CivilDate,
  ) {
    this.reader = new PersonReader(runner.journal);
  }

  /** Nothing is on record of them: a crash between claiming and registering leaves nothing either. Error: what it is refused for. */
  planOfNew(personId: string, sought: Sought, oddities: readonly string[]): Promise<Plan> {
    const { row, identifiers, on } = sought;
    const { givenName, familyName, birthDate, sex, ethnicity, postcode, sendStatus, responsible } = row;
    const details = { givenName, familyName, birthDate, sex, ethnicity, postcode, sendStatus, responsible };
    const commands = [{ type: 'Register', on, details, identifiers }] as const;
    return this.decided({ personId, isNew: true, oddities, birthDate, commands, claims: identifiers }, emptyProfile);
  }

  /** Error: what a new number of somebody on record is refused for (REC-34). */
  planOfKnown(personId: string, { row, identifiers, on }: Sought, profile: Profile): Promise<Plan> {
    const held = new Set(profile.core.identifiers.map(({ id }) => id));
    const claims = identifiers.filter(({ identifierId }) => !held.has(identifierId));
    const { correction, oddities: corrected } = corrections(profile, row);
    const oddities = [...(claims.length === identifiers.length ? [joinedWords(personId)] : []), ...corrected];
    const commands: YoungPersonCommand[] = claims.map((one) => ({ type: 'AddIdentifier', on, identifier: one }));
    // What the row tells holds for its own day; that the record was wrong is known from today (REC-11).
    if (correction) commands.push({ type: 'CorrectDetails', on: this.today, details: correction });
    const { birthDate } = profile.details;
    return this.decided({ personId, isNew: false, oddities, birthDate, commands, claims }, profile);
  }

  private async decided(what: Omit<Plan, 'facts' | 'after'>, profile: Profile): Promise<Plan> {
    const { journal } = this.runner;
    const all: YoungPersonFact[] = [];
    let after = profile;
    for (const command of what.commands)
      for (const fact of youngPerson.decide(command, after.core, new History(youngPerson))) {
        journal.check(fact);
        after = profileFolding.evolve(after, { ...fact, id: '', recordedAt: '' });
        all.push(fact);
      }
    await requireBorn(journal, all, what.personId, { bornOn: what.birthDate });
    return { ...what, facts: all.map(({ type }) => type), after };
  }

  /** All of it or nothing. Errors: `already-exists`, `refused-by-rule` where another program was quicker with somebody else. */
  async record(plan: Plan, sought: Sought): Promise<readonly string[]> {
    for (let attempt = 1, now = plan; ; attempt++) {
      try {
        return await this.carryOut(now, sought);
      } catch (error) {
        if (!isOnwardError(error, 'already-exists') || attempt === attempts) throw error;
        now = (await this.planAgain(plan.personId, sought)) ?? now;
      }
    }
  }

  private async carryOut({ personId, commands, claims }: Plan, { context }: Sought): Promise<readonly string[]> {
    if (commands.length === 0) return [];
    const run = () => this.runner.runAll(youngPerson, personId, () => commands, context);
    const { events } = await claiming(
      { personId, context },
      claims,
      { runner: this.runner, registry: this.registry },
      run,
    );
    return events.map(({ type }) => type);
  }

  /** Another program registered somebody at this place meanwhile: whoever that is, is asked like everybody else. */
  private async planAgain(personId: string, sought: Sought): Promise<Plan | undefined> {
    try {
      const { profile } = await this.reader.read(personId);
      const decision = decide(sought.known, [{ id: personId, known: knownOf(profile) }], model);
      if (decision.outcome === 'a-person-must-say') throw mustBeSaid(decision, sought.row);
      return decision.outcome === 'the-same' ? await this.planOfKnown(personId, sought, profile) : undefined;
    } catch (error) {
      if (isOnwardError(error, 'not-found')) return undefined;
      throw error;
    }
  }
}
