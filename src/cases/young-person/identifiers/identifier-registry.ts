// Which identifier belongs to which young person: no two people have the same (REC-34).
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { Clock } from '../../../kernel/clock.js';
import { idFrom } from '../../../kernel/ids.js';
import { StoreKind } from '../../../store/store-kind.js';
import { youngPersonKind } from '../domain/person-kind.js';
import type { DataOf, IdentifierKind } from '../../../engine/person/domain/events.js';
import { identifier, type IdentifierCommand } from './identifier.js';
import { readIdentifier, uniqueValue } from './read-identifier.js';

@Injectable()
export class IdentifierRegistry {
  constructor(
    private readonly runner: CommandRunner,
    private readonly clock: Clock,
    private readonly store: StoreKind,
  ) {}

  /** Id of the identifier's stream: a keyed digest, so that the value shows nowhere. A local value is `<issuer>:<value>`. */
  idOf(kind: IdentifierKind, value: string): string {
    const digest = createHmac('sha256', this.runner.journal.keys.lookupKey()).update(`${kind}:${value}`).digest('hex');
    return idFrom('identifier', digest);
  }

  /** Checks what was typed and says it as `IdentifierAdded` does. Error: `invalid-input` for the field. */
  read(kind: IdentifierKind, text: string, issuer: string, field?: string): DataOf<'identifierAdded'> {
    const value = readIdentifier(kind, text, this.store.kind, field);
    const identifierId = this.idOf(kind, uniqueValue(kind, value, issuer));
    return { identifierId, kind, value, ...(kind === 'local' ? { issuer } : {}) };
  }

  /** Whose it is; nobody's where its holder was forgotten. `value` as `read` gives it; of a local identifier `<issuer>:<value>`. */
  async find(kind: IdentifierKind, value: string): Promise<string | undefined> {
    return this.holderOf(this.idOf(kind, value));
  }

  /** `find` for an identifier that was read already. */
  async holderOf(identifierId: string): Promise<string | undefined> {
    const holder = await this.claimantOf(identifierId);
    return holder === undefined || (await this.isForgotten(holder)) ? undefined : holder;
  }

  /** Answers whether it was nobody's until now. Error: `already-exists` with `more.personId` when it is someone else's. */
  claim(kind: IdentifierKind, value: string, personId: string, context: CommandContext): Promise<boolean> {
    return this.hold({ identifierId: this.idOf(kind, value), kind }, personId, context);
  }

  /**
   * `claim` for an identifier that was read already. One whose holder was forgotten is free, as if nobody had had it: the answer tells
   * nothing about them, and somebody who comes back can be registered (REC-12).
   */
  async hold(
    one: { readonly identifierId: string; readonly kind: IdentifierKind },
    personId: string,
    context: CommandContext,
  ): Promise<boolean> {
    const { state, revision } = await this.runner.journal.load(identifier, one.identifierId);
    const { holder } = state;
    const forgotten = holder !== undefined && (await this.isForgotten(holder)) ? holder : undefined;
    return this.run(
      { id: one.identifierId, revision },
      { type: 'Claim', forgotten, on: this.clock.today(), personId, kind: one.kind },
      context,
    );
  }

  /** Lets go of it if it is this person's. */
  async release(
    one: { readonly identifierId: string; readonly kind: IdentifierKind },
    personId: string,
    context: CommandContext,
  ): Promise<boolean> {
    const { revision } = await this.runner.journal.load(identifier, one.identifierId);
    const command = { type: 'Release', on: this.clock.today(), personId, kind: one.kind } as const;
    return this.run({ id: one.identifierId, revision }, command, context);
  }

  /** Whoever claimed it last, forgotten or not. */
  private async claimantOf(identifierId: string): Promise<string | undefined> {
    return (await this.runner.journal.load(identifier, identifierId)).state.holder;
  }

  private async isForgotten(personId: string): Promise<boolean> {
    return (await this.runner.journal.load(youngPersonKind, personId)).state.forgottenOn !== undefined;
  }

  /** What is asked is decided on who holds it now, so the same again adds nothing; the revision keeps claim, release and claim apart. */
  private async run(
    { id, revision }: { readonly id: string; readonly revision: number },
    command: IdentifierCommand,
    context: CommandContext,
  ): Promise<boolean> {
    const { events } = await this.runner.run(identifier, id, command, {
      ...context,
      commandId: idFrom(context.commandId, command.type, revision),
      causationId: context.commandId,
      commandDigest: undefined,
      expectedRevision: undefined,
    });
    return events.length > 0;
  }
}
