// The contacts and concerns that whoever asks recorded themselves, in every wait of one young person: query, handler and route (WAIT-45).
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { contactsIn, ContactsOfWait, newestFirst, type ContactOfWait } from './wait-contacts.js';

export class AskContactsWritten extends OnwardQuery<ContactsOfWait> {
  readonly shows = () => [this.personId];

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(AskContactsWritten)
export class AskContactsWrittenHandler implements IQueryHandler<AskContactsWritten> {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
  ) {}

  /** Of a wait in which they wrote nothing they do not learn that it is there. */
  async execute({ personId, asked: { actor, asOf } }: AskContactsWritten): Promise<ContactsOfWait> {
    const waits = this.readSide.db.all<{ id: string }>(
      'SELECT id FROM wait_case WHERE person_id = ? ORDER BY id',
      personId,
    );
    const items: ContactOfWait[] = [];
    for (const { id } of waits) items.push(...(await contactsIn(this.journal, id, asOf, actor.id)).items);
    return { personId, items: newestFirst(items) };
  }
}

@ApiTags('Waiting')
@Controller('api/v1/young-people/:personId/contacts-written')
export class ContactsWrittenController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The contacts while waiting and the concerns that you recorded, with their notes', ContactsOfWait, [
    'WAIT-45',
    'WAIT-47',
  ])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<ContactsOfWait> {
    return this.dispatcher.ask(new AskContactsWritten(personId, asked));
  }
}
