// What the case of an EHC plan tells of its person, through the same policy and runner as everybody. Nobody says it by hand.
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { KnowPlan } from '../domain/command.js';
import { youngPerson } from '../domain/decide.js';
import { AboutPerson } from './about-person.js';

export class KnowEhcPlan extends AboutPerson<Omit<KnowPlan, 'type' | 'on'>> {}

@CommandHandler(KnowEhcPlan)
export class KnowEhcPlanHandler implements ICommandHandler<KnowEhcPlan> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ personId, details, on, context }: KnowEhcPlan) {
    return this.runner.run(youngPerson, personId, { type: 'KnowPlan', on, ...details }, context);
  }
}
