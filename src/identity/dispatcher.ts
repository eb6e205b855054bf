// The only way to the command and query buses: policy first, then the bus.
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { OnwardCommand, OnwardQuery } from './messages.js';
import { Policies } from './policy.js';

@Injectable()
export class Dispatcher {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly policies: Policies,
  ) {}

  /** Carries out a command. Errors: the policy's, then whatever the command's own rules refuse. */
  async send<R>(command: OnwardCommand<R>): Promise<R> {
    this.policies.require(command.constructor.name, command.context.actor);
    return this.commands.execute(command);
  }

  async ask<R>(query: OnwardQuery<R>): Promise<R> {
    this.policies.require(query.constructor.name, query.asked.actor);
    return this.queries.execute(query);
  }
}
