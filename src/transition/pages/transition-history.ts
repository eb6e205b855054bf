// Who recorded what of a transition, for whoever sees its history.
import { Injectable } from '@nestjs/common';
import { GetHistory } from '../../audit/queries/get-history.js';
import type { HistoryEvent } from '../../audit/queries/history-page.js';
import { ActorDirectory } from '../../identity/actors.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { Policies } from '../../identity/policy.js';
import type { Actor } from '../../kernel/envelope.js';
import type { Visit } from '../../web/visit.js';

@Injectable()
export class TransitionHistory {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  /** Whether this role may ask that question of this pathway. */
  sees(action: string, actor: Actor): boolean {
    if (!this.policies.of(action)(actor).allowed) return false;
    return this.policies.pathways(action, actor)?.includes('transition') ?? true;
  }

  /** Nothing for whoever does not see it. */
  async of(personId: string, transitionId: string, { asked }: Visit): Promise<readonly HistoryEvent[]> {
    if (!this.sees(GetHistory.name, asked.actor)) return [];
    const events: HistoryEvent[] = [];
    let cursor: string | undefined;
    do {
      const found = await this.dispatcher.ask(new GetHistory(personId, { limit: 500, cursor }, asked));
      events.push(...found.items.filter(({ stream }) => stream === `transition-${transitionId}`));
      cursor = found.next;
    } while (cursor !== undefined);
    return events;
  }

  nameOf(actorId: string | undefined): string | undefined {
    if (actorId === undefined) return undefined;
    return this.directory.all().find(({ id }) => id === actorId)?.name ?? actorId;
  }
}
