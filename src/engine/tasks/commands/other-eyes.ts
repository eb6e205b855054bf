// What tells of an override of consent is read by somebody else than whoever recorded or authorised it: they know of it (TRN-44).
import { Injectable } from '@nestjs/common';
import { Journal } from '../../../store/journal.js';
import { ActorDirectory } from '../../access/actors.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Actor } from '../../../kernel/envelope.js';
import { refuse } from '../../../kernel/errors.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Task } from '../domain/state.js';
import { seesTask } from '../queries/visible-tasks.js';

@Injectable()
export class OtherEyes {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly actors: ActorDirectory,
  ) {}

  /** Error: `refused-by-rule` (TRN-44) for both, unless nobody else with an account could read it. */
  async require({ opened, causes }: Task, actor: Actor, today: CivilDate): Promise<void> {
    if (opened?.kind !== 'override-to-read' || opened.personId === undefined) return;
    const both = await this.whoseItIs(opened.personId, causes[causes.length - 1]?.eventId);
    if (!both.includes(actor.id)) return;
    const others = this.actors
      .all()
      .filter(({ id, role }) => (role === opened.role || role === 'manager') && !both.includes(id))
      .filter((one) => seesTask(this.readSide.db, one, opened.caseId, today));
    if (others.length > 0)
      throw refuse(
        'TRN-44',
        'Whoever recorded or authorised an override of consent does not close what tells others of it.',
        {
          help: 'Leave it for somebody else who holds the case, or for another manager.',
        },
      );
  }

  private async whoseItIs(personId: string, eventId: string | undefined): Promise<readonly string[]> {
    for await (const events of this.journal.read(`youngPerson-${personId}`))
      for (const { id, metadata, data } of events)
        if (id === eventId) return [metadata.actor.id, String(data['authorisedBy'])];
    return [];
  }
}
