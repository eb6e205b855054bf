// Fills a new demo store with a made-up area, dated around today. Everything passes the deciders, so no history in it is impossible.
import { CommandRunner } from '../../engine/commands/command-runner.js';

import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { FixedClock } from '../../kernel/clock.js';
import { idFrom } from '../../kernel/ids.js';
import type { Log } from '../../engine/observing/log.js';
import type { Stores } from '../ops/open-stores.js';
import { listSchools } from './ehc/schools.js';
import { expectTermLists } from './ehc/term-lists.js';
import { JournalOfATale } from './journal-of-a-tale.js';
import { register } from './people/register.js';
import type { Tale } from './tale.js';
import { demoActor, type ActorId } from './people/demo-actor.js';
import { tellArea } from './tell-area.js';

/** Again, or by two instances at the same moment, it fills the same: every command has the id that follows from its tale. */
export async function fillDemoArea(
  stores: Stores,
  today: CivilDate,
  log: Log,
  tales: readonly Tale[] = tellArea(today),
): Promise<void> {
  await listSchools(stores, today);
  const people = await fillWith(tales, stores, today);
  await expectTermLists(stores, today);
  log.say('The made-up area of Seaborough is ready.', { people });
}

/** Tells these tales to the deciders, by a runner of this kind; answers how many people they are about. */
export async function fillWith(
  tales: readonly Tale[],
  stores: Pick<Stores, 'store' | 'keys' | 'catalogue'>,
  today: CivilDate,
  Runner = CommandRunner,
): Promise<number> {
  const tellers = tales.map((tale) => new Teller(tale, stores, today, Runner));
  // Everybody is known before anything is said of them, so that no list meets a case without its person.
  await Promise.all(tellers.map((teller) => teller.register()));
  await Promise.all(tellers.map((teller) => teller.tell()));
  return tellers.length;
}

/** Tells one young person's tale, with a clock that stands at the day on which each thing was recorded. */
class Teller {
  private readonly clock = new FixedClock('');
  private readonly runner: CommandRunner;
  private told = 0;

  constructor(
    private readonly tale: Tale,
    { store, keys, catalogue }: Pick<Stores, 'store' | 'keys' | 'catalogue'>,
    private readonly today: CivilDate,
    Runner = CommandRunner,
  ) {
    this.runner = new Runner(new JournalOfATale(store, keys, catalogue, this.clock));
  }

  async register(): Promise<void> {
    const { person } = this.tale;
    this.setClock(person.knownFrom);
    await register(
      this.runner,
      this.clock,
      person,
      this.context(person.sendStatus === 'ehc-plan' ? 'asha.caseworker' : 'ben.clinician'),
    );
  }

  /** In order of days; what would happen today or later has not happened. */
  async tell(): Promise<void> {
    const past = this.tale.deeds.filter(({ on }) => on < this.today);
    for (const { on, actor, tell } of past.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      this.setClock(on);
      await tell(this.runner, this.context(actor));
    }
  }

  private setClock(day: CivilDate): void {
    const minute = String(this.told % 60).padStart(2, '0');
    this.clock.set(`${day}T10:${minute}:00.000Z`);
  }

  private context(actor: ActorId): CommandContext {
    const commandId = idFrom('demo', this.tale.person.id, this.told++);
    return { actor: demoActor(actor), commandId, correlationId: commandId };
  }
}
