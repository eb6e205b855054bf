// What has happened to one made-up young person, as commands with their days: told to the deciders like everything else.
import type { CommandRunner } from '../../engine/commands/command-runner.js';
import { ehcPlan, type EhcCommand } from '../../cases/ehc-plan/ehc-plan.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { PersonOnRecord, type OnRecord } from '../../cases/camhs-transition/person-on-record.js';
import type { Programme } from '../../cases/readiness/domain/state.js';
import { readiness, type ReadinessCommand } from '../../cases/readiness/readiness.js';
import { transition, type TransitionCommand } from '../../cases/camhs-transition/transition.js';
import { wait, type WaitCommand } from '../../cases/waiting/wait.js';
import { youngPerson } from '../../cases/young-person/young-person.js';
import type { YoungPersonCommand } from '../../cases/young-person/young-person.js';
import type { Rung, Voice, WayOfTakingPart } from '../../engine/voice/domain/voice.js';
import { stepsIn, voiceIdOf } from '../../engine/voice/steps.js';
import { voiceOf } from '../../engine/voice/take-part.js';
import { caseTypes } from '../cases.js';
import type { ActorId } from './people/demo-actor.js';
import type { MadeUp } from './people/make-up.js';

export interface Deed {
  readonly on: CivilDate;
  readonly actor: ActorId;
  tell(runner: CommandRunner, context: CommandContext): Promise<unknown>;
}

export class Tale {
  readonly deeds: Deed[] = [];
  private last: { readonly key: string; readonly commands: unknown[] } | undefined;

  constructor(readonly person: MadeUp) {}

  aboutPerson(command: YoungPersonCommand, actor: ActorId): void {
    const { id } = this.person;
    this.add(youngPerson.category + id, command.on, actor, command, (commands: readonly YoungPersonCommand[]) => {
      return (runner, context) => runner.runAll(youngPerson, id, () => commands, context);
    });
  }

  ehc(planId: string, command: EhcCommand, actor: ActorId = 'asha.caseworker'): void {
    this.add(ehcPlan.category + planId, command.on, actor, command, (commands: readonly EhcCommand[]) => {
      return (runner, context) => runner.runAll(ehcPlan, planId, () => commands, context);
    });
  }

  /** `say` gets what the person's own record says of consent by then, as the handlers do. */
  transition(id: string, on: CivilDate, say: SayTransition, actor: ActorId = 'ben.clinician'): void {
    this.add(transition.category + id, on, actor, say, (says: readonly SayTransition[]) => async (runner, context) => {
      const known = await new PersonOnRecord(runner.journal).read(this.person.id);
      return runner.runAll(transition, id, () => says.map((each) => each(known)), context);
    });
  }

  wait(id: string, command: WaitCommand, actor: ActorId): void {
    this.add(wait.category + id, command.on, actor, command, (commands: readonly WaitCommand[]) => {
      return (runner, context) => runner.runAll(wait, id, () => commands, context);
    });
  }

  /** `say` gets the programme as it stands by then: which help is open, which goal. */
  readiness(id: string, on: CivilDate, say: SayReadiness, actor: ActorId = 'dev.nurse'): void {
    this.add(readiness.category + id, on, actor, say, (says: readonly SayReadiness[]) => async (runner, context) => {
      for (const [at, each] of says.entries()) {
        const once = { ...context, commandId: idFrom(context.commandId, at) };
        await runner.runAll(readiness, id, each, once);
      }
    });
  }

  /** How somebody took part in the step of that day, and what was done with it. Of a day that has no such step, nothing is told. */
  tookPart(caseStream: string, on: CivilDate, voice: Voice, said: TookPart, actor: ActorId = 'ben.clinician'): void {
    const { did, ...how } = said;
    const tell: Deed['tell'] = async (runner, context) => {
      const step = (await stepsIn(runner.journal, caseTypes, caseStream)).find((each) => each.on === on);
      if (step?.personId === undefined) return;
      const about = { ...step, personId: step.personId };
      const answer = did === undefined ? [] : [{ type: 'Answer', on, did } as const];
      const commands = [{ type: 'Record', on, step: about, voice, ...how } as const, ...answer];
      await runner.runAll(voiceOf(step.pathway), voiceIdOf(step.eventId, voice), () => commands, context);
    };
    this.last = undefined;
    this.deeds.push({ on, actor, tell });
  }

  /** What one person says of one case on one day is recorded at once. */
  private add<C>(
    caseId: string,
    on: CivilDate,
    actor: ActorId,
    said: C,
    telling: (all: readonly C[]) => Deed['tell'],
  ): void {
    const key = `${caseId} ${on} ${actor}`;
    if (this.last?.key === key) {
      this.last.commands.push(said);
      return;
    }
    const commands: C[] = [said];
    this.last = { key, commands };
    this.deeds.push({ on, actor, tell: telling(commands) });
  }
}

interface TookPart {
  readonly how: WayOfTakingPart;
  readonly rung?: Rung;
  readonly said?: string;
  readonly did?: string;
}

type SayTransition = (known: OnRecord) => TransitionCommand;
type SayReadiness = (state: Programme) => readonly ReadinessCommand[];
