// Finds the young person of a row by their identifiers, or registers them; brings details up to date. Never merges two people in silence.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import { idFrom } from '../../../kernel/ids.js';
import { claimAndRun } from '../../../cases/young-person/identifiers/claiming.js';
import { identifier } from '../../../cases/young-person/identifiers/identifier.js';
import type { IdentifierRegistry } from '../../../cases/young-person/identifiers/identifier-registry.js';
import { PersonReader } from '../../../cases/young-person/profile/person-reader.js';
import type { YoungPersonCommand } from '../../../cases/young-person/young-person.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import { corrections } from './corrections.js';
import type { PersonRow } from './person-row.js';

type Identifier = ReturnType<IdentifierRegistry['read']>;

export interface Ensured {
  readonly personId: string;
  readonly facts: readonly string[];
  readonly isNew: boolean;
  readonly oddities: readonly string[];
}

/** How often a row whose person someone else is registering at this moment looks again. */
const attempts = 4;

export class People {
  private readonly reader: PersonReader;

  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
    private readonly today: CivilDate,
    private readonly dryRun: boolean,
  ) {
    this.reader = new PersonReader(runner.journal);
  }

  /** Errors: `invalid-input` for an identifier; `already-exists` when its identifiers belong to different people. */
  async ensure(row: PersonRow, on: CivilDate, context: CommandContext): Promise<Ensured> {
    const identifiers = row.identifiers.map(({ kind, text, issuer, field }) =>
      this.registry.read(kind, text, issuer, field),
    );
    for (let attempt = 1; ; attempt++) {
      const holder = await this.holderOf(identifiers);
      try {
        return holder === undefined
          ? await this.register(row, identifiers, on, context)
          : await this.update(holder, row, identifiers, on, context);
      } catch (error) {
        if (!isOnwardError(error, 'already-exists') || attempt === attempts) throw error;
      }
    }
  }

  private async holderOf(identifiers: readonly Identifier[]): Promise<string | undefined> {
    const holders = new Set<string>();
    for (const { identifierId } of identifiers) {
      const holder = await this.registry.holderOf(identifierId);
      if (holder !== undefined) holders.add(holder);
    }
    if (holders.size > 1) {
      throw new OnwardError('refused-by-rule', {
        rule: 'REC-23',
        detail: 'The identifiers of this row belong to different young people.',
        help: 'Find out which is right and correct it at its source; nobody is merged silently.',
      });
    }
    return [...holders][0];
  }

  /** Two rows of one person that are taken at the same moment arrive at the same id; a number that was given back starts another. */
  private async register(
    row: PersonRow,
    identifiers: readonly Identifier[],
    on: CivilDate,
    context: CommandContext,
  ): Promise<Ensured> {
    const first = identifiers[0];
    if (!first) throw new OnwardError('invalid-input', { detail: 'The row has nothing to know the young person by.' });
    const { revision } = await this.runner.journal.load(identifier, first.identifierId);
    return this.registerAs(idFrom('young-person', first.identifierId, revision), row, identifiers, on, context);
  }

  private async registerAs(
    personId: string,
    row: PersonRow,
    identifiers: readonly Identifier[],
    on: CivilDate,
    context: CommandContext,
  ): Promise<Ensured> {
    const { givenName, familyName, birthDate, sex, ethnicity, postcode, sendStatus, responsible } = row;
    const details = { givenName, familyName, birthDate, sex, ethnicity, postcode, sendStatus, responsible };
    const facts = await this.carryOut(personId, { type: 'Register', on, details, identifiers }, identifiers, context);
    return { personId, facts, isNew: true, oddities: [] };
  }

  private async update(
    personId: string,
    row: PersonRow,
    identifiers: readonly Identifier[],
    on: CivilDate,
    context: CommandContext,
  ): Promise<Ensured> {
    const { state } = await this.runner.journal.load(youngPerson, personId);
    // A crash between claiming and registering leaves a holder without a history.
    if (state.registeredOn === undefined) return this.registerAs(personId, row, identifiers, on, context);
    const { profile } = await this.reader.read(personId);
    const { correction, oddities } = corrections(profile, row);
    const fresh = identifiers.filter(({ identifierId }) => !state.identifiers.some(({ id }) => id === identifierId));
    const facts: string[] = [];
    const say = async (command: YoungPersonCommand, claims: readonly Identifier[], what: string) =>
      facts.push(
        ...(await this.carryOut(personId, command, claims, { ...context, commandId: idFrom(context.commandId, what) })),
      );
    for (const one of fresh) await say({ type: 'AddIdentifier', on, identifier: one }, [one], one.identifierId);
    // What the row tells holds for its own day; that the record was wrong is known from today (REC-11).
    if (correction) await say({ type: 'CorrectDetails', on: this.today, details: correction }, [], 'correct');
    return { personId, facts, isNew: false, oddities };
  }

  private async carryOut(
    personId: string,
    command: YoungPersonCommand,
    claims: readonly Identifier[],
    context: CommandContext,
  ): Promise<readonly string[]> {
    if (this.dryRun) return (await this.runner.preview(youngPerson, personId, () => [command])).map(({ type }) => type);
    const asked = { type: youngPerson, id: personId, command, ask: { context } };
    const { events } = await claimAndRun(asked, claims, this.runner, this.registry);
    return events.map(({ type }) => type);
  }
}
