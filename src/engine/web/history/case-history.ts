// What was recorded about a person or in one of their cases, for the pages of whoever may see it, with names for who recorded it.
import { Injectable } from '@nestjs/common';
import { getHistory } from '../../audit/queries/get-history.js';
import type { HistoryEvent } from '../../audit/queries/history-page.js';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import type { Asked } from '../../access/messages.js';
import { Policies } from '../../access/policy.js';
import { shownEvent, type ShownEvent } from '../present/history.js';

@Injectable()
export class CaseHistory {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  /** In the order of recording; of one stream, or of everything about the person. Nothing for whoever may not see it. */
  async of(personId: string, stream: string | undefined, asked: Asked): Promise<readonly HistoryEvent[]> {
    if (!this.policies.of(getHistory.name)(asked.actor).allowed) return [];
    const events: HistoryEvent[] = [];
    let cursor: string | undefined;
    do {
      const found = await this.dispatcher.ask(getHistory.of({ personId }, { limit: 500, cursor, stream }, asked));
      events.push(...found.items);
      cursor = found.next;
    } while (cursor !== undefined);
    return events;
  }

  /** What was recorded in a case after the revision at which a form was opened. */
  async since(personId: string, stream: string, revision: number, asked: Asked): Promise<readonly ShownEvent[]> {
    const events = await this.of(personId, stream, asked);
    return events.filter((event) => event.revision > revision).map((event) => shownEvent(event, this.nameOf));
  }

  readonly nameOf = (actorId: string): string => this.directory.nameOf(actorId);
}
