// The only way to the command and query buses: policy first, then the bus.
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Rehearsed } from '../commands/command-runner.js';
import { Watcher } from '../../kernel/watcher.js';
import { OnwardCommand, OnwardQuery } from './messages.js';
import { Policies } from './policy.js';
import { ViewLog } from './view-log.js';

@Injectable()
export class Dispatcher {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly policies: Policies,
    private readonly watcher: Watcher,
    private readonly views: ViewLog,
  ) {}

  /** Carries out a command. Errors: the policy's, then whatever the command's own rules refuse. */
  async send<R>(command: OnwardCommand<R>): Promise<R> {
    const { name } = command.constructor;
    const { actor, correlationId } = command.context;
    return this.watcher.around({ kind: 'command', name, correlationId }, async () => {
      this.policies.require(name, actor);
      return this.commands.execute<OnwardCommand<R>, R>(command);
    });
  }

  /** Whether a command whose context says `rehearsal` would be carried out, as things stand. Errors: as of `send`. */
  async rehearse(command: OnwardCommand<unknown>): Promise<void> {
    if (!command.context.rehearsal) throw new Error('Only what is marked as a rehearsal is rehearsed');
    this.policies.require(command.constructor.name, command.context.actor);
    try {
      await this.commands.execute(command);
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
    }
  }

  /** Asks a question. Errors: the policy's, the question's own, and `store-unavailable` when nobody could know that it was answered. */
  async ask<R>(query: OnwardQuery<R>): Promise<R> {
    const { name } = query.constructor;
    const { actor, correlationId } = query.asked;
    return this.watcher.around({ kind: 'query', name }, async () => {
      this.policies.require(name, actor);
      const answer = await this.queries.execute<OnwardQuery<R>, R>(query);
      const shown = query.shows(answer);
      if (shown.length > 0) this.views.note({ actor, query: name, shown, correlationId });
      return answer;
    });
  }
}
