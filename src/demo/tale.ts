// What has happened to one made-up young person, as commands with their days: told to the deciders like everything else.
import type { CommandRunner } from '../event-store/command-runner.js';
import { ehcPlan } from '../ehc/domain/decide.js';
import type { EhcCommand } from '../ehc/domain/commands.js';
import type { CivilDate } from '../kernel/calendar/index.js';
import type { CommandContext } from '../kernel/envelope.js';
import { PersonOnRecord, type OnRecord } from '../transition/commands/person-on-record.js';
import { transition, type TransitionCommand } from '../transition/domain/decide.js';
import { wait } from '../waiting/domain/decide.js';
import type { WaitCommand } from '../waiting/domain/commands.js';
import { youngPerson } from '../young-people/domain/decide.js';
import type { YoungPersonCommand } from '../young-people/domain/command.js';
import type { ActorId } from './people/demo-actor.js';
import type { MadeUp } from './people/make-up.js';

export interface Deed {
  readonly on: CivilDate;
  readonly actor: ActorId;
  tell(runner: CommandRunner, context: CommandContext): Promise<unknown>;
}

export class Tale {
  readonly deeds: Deed[] = [];

  constructor(readonly person: MadeUp) {}

  aboutPerson(command: YoungPersonCommand, actor: ActorId): void {
    const { id } = this.person;
    this.add({ on: command.on, actor, tell: (runner, context) => runner.run(youngPerson, id, command, context) });
  }

  ehc(planId: string, command: EhcCommand, actor: ActorId = 'asha.caseworker'): void {
    this.add({ on: command.on, actor, tell: (runner, context) => runner.run(ehcPlan, planId, command, context) });
  }

  /** `say` gets what the person's own record says of consent by then, as the handlers do. */
  transition(
    id: string,
    on: CivilDate,
    say: (known: OnRecord) => TransitionCommand,
    actor: ActorId = 'ben.clinician',
  ): void {
    const tell = async (runner: CommandRunner, context: CommandContext) => {
      const known = await new PersonOnRecord(runner.journal).read(this.person.id);
      return runner.run(transition, id, say(known), context);
    };
    this.add({ on, actor, tell });
  }

  wait(id: string, command: WaitCommand, actor: ActorId): void {
    this.add({ on: command.on, actor, tell: (runner, context) => runner.run(wait, id, command, context) });
  }

  private add(deed: Deed): void {
    this.deeds.push(deed);
  }
}
