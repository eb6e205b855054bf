// Carries out a command on a transition, after asking whether this actor may know of the young person (TRN-44).
import { Injectable } from '@nestjs/common';
import { directory } from '../../../rules/directory/current.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Actor, CommandContext } from '../../../kernel/envelope.js';
import { OnwardError } from '../../../kernel/errors.js';
import { Clock } from '../../../kernel/clock.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { consentOn, consentsOn, type ConsentStatus } from '../domain/consent.js';
import { transition, type TransitionCommand } from '../domain/decide.js';
import { opened } from '../domain/guards.js';
import { receivedBy, servicesConcerned } from '../domain/receiving.js';
import type { Transition } from '../domain/state.js';
import { isOf } from './of-service.js';
import { PersonOnRecord, type OnRecord } from './person-on-record.js';

@Injectable()
export class TransitionCases {
  constructor(
    private readonly runner: CommandRunner,
    private readonly people: PersonOnRecord,
    private readonly clock: Clock,
  ) {}

  async run(id: string, command: TransitionCommand, context: CommandContext): Promise<CommandResult> {
    if (context.actor.role === 'adult-clinician') await this.mayKnow(context.actor, id);
    return this.runner.run(transition, id, command, context);
  }

  /**
   * What a receiving service did: an adult clinician says it for a service of theirs and for no other (TRN-01b). Where nothing is on record of
   * which service it is, consent to discuss with their organisation is all there is to go by.
   */
  async runForService(
    id: string,
    command: TransitionCommand,
    context: CommandContext,
    servicesOf: (state: Transition, on: CivilDate) => readonly string[] = servicesConcerned,
  ): Promise<CommandResult> {
    const { actor } = context;
    if (actor.role === 'adult-clinician') {
      await this.mayKnow(actor, id);
      const services = servicesOf((await this.read(id)).state, command.on);
      if (services.length > 0 && !services.some((service) => isOf(actor, service))) throw notTheirs();
    }
    return this.runner.run(transition, id, command, context);
  }

  /** A contact that was promised: where `by` names an organisation or a team and no role, nobody of another one says what became of it (TRN-08). */
  async runForPromiser(
    id: string,
    command: TransitionCommand & { readonly by: string },
    context: CommandContext,
  ): Promise<CommandResult> {
    const { actor } = context;
    return this.runForService(id, command, context, (state, on) => {
      if (namesAnotherPlace(command.by, actor.organisation)) throw notTheirs();
      return servicesConcerned(state, on);
    });
  }

  async open(id: string, command: TransitionCommand, context: CommandContext): Promise<CommandResult> {
    return this.runner.run(transition, id, command, context);
  }

  /** The case with what the person's own record says. Error: `not-found`. */
  async read(id: string): Promise<{ readonly state: Transition; readonly person: OnRecord }> {
    const { state } = await this.runner.journal.load(transition, id);
    return { state, person: await this.people.read(opened(state).personId) };
  }

  /** How consent to be discussed stood on a day, for every service asked about. */
  async consentsOn(id: string, on: CivilDate): Promise<readonly ConsentStatus[]> {
    const { person } = await this.read(id);
    return consentsOn(person.consents[discussWithAdultServices] ?? [], on);
  }

  personOnRecord(personId: string): Promise<OnRecord> {
    return this.people.read(personId);
  }

  /** Always as of today: a withdrawal stops every new look (TRN-43). What a service of theirs received is theirs too, and nobody else's. */
  private async mayKnow(actor: Actor, id: string): Promise<void> {
    const today = this.clock.today();
    const { state, person } = await this.read(id);
    if (receivedBy(state, directory().receivedBy(actor.organisation), today)) return;
    const consents = person.consents[discussWithAdultServices] ?? [];
    const { kind } = consentOn(consents, actor.organisation, today);
    if (kind === 'given' || kind === 'overridden') return;
    throw new OnwardError('not-permitted', {
      rule: 'TRN-44',
      detail: 'There is no current consent to discuss this young person with your organisation.',
      help: 'CAMHS records the consent, or an override with its ground.',
    });
  }
}

function namesAnotherPlace(by: string, own: string): boolean {
  const code = directory().codeOf('organisations', by);
  return code !== undefined && code !== own;
}

const notTheirs = (): OnwardError =>
  new OnwardError('not-permitted', {
    rule: 'TRN-01b',
    detail: 'The young person is with another service, or was referred to another one.',
    help: 'Somebody of that service records what it did.',
  });
