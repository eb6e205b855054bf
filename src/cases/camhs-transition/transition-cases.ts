// One transition beside what the young person's own record says, and whether an actor may know of them (TRN-44).
import { Injectable } from '@nestjs/common';
import { ActorDirectory } from '../../engine/access/actors.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Entries } from '../../kernel/decider.js';
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';
import { directory } from '../../rules/directory/current.js';
import { consentOn, consentsOn, type ConsentStatus } from './domain/consent.js';
import type { TransitionFact } from './domain/events.js';
import { opened } from './domain/guards.js';
import { receivedBy } from './domain/receiving.js';
import { transitionKind } from './domain/transition-kind.js';
import { PersonOnRecord, type OnRecord } from './person-on-record.js';

@Injectable()
export class TransitionCases {
  constructor(
    readonly runner: CommandRunner,
    private readonly people: PersonOnRecord,
    private readonly clock: Clock,
    private readonly actors: ActorDirectory,
  ) {}

  /** The case with what the person's own record says. Error: `not-found`. */
  async read(id: string) {
    const { state, history } = await this.runner.journal.load(transitionKind, id);
    return {
      state,
      entries: history as Entries<TransitionFact>,
      person: await this.people.read(opened(state).personId),
    };
  }

  /** How consent to be discussed stood on a day, for every service asked about. */
  async consentsOn(id: string, on: CivilDate): Promise<readonly ConsentStatus[]> {
    const { person } = await this.read(id);
    return consentsOn(person.consents[discussWithAdultServices] ?? [], on);
  }

  /** Everybody who has an account here. */
  everybody(): readonly Actor[] {
    return this.actors.all();
  }

  personOnRecord(personId: string): Promise<OnRecord> {
    return this.people.read(personId);
  }

  /** Always as of today: a withdrawal stops every new look (TRN-43). What a service of theirs received is theirs too, and nobody else's. */
  async mayKnow(actor: Actor, id: string): Promise<void> {
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
