// The contacts while waiting and the concerns of one wait, with their notes: read from its own history, the lists hold no sealed text.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { streamOf } from '../../../kernel/decider.js';
import { wait } from '../domain/decide.js';
import { logOf } from '../domain/log.js';

export class ContactOfWait {
  @ApiProperty() eventId: string;
  @ApiProperty() on: string;
  @ApiProperty({ description: 'Id of whoever recorded it' }) by: string;
  @ApiProperty({ description: 'What the contact was about, or `concern` for an escalation (WAIT-47)' }) what: string;
  @ApiProperty({ required: false }) outcome?: string;
  @ApiProperty({ required: false }) riskChange?: string;
  @ApiProperty({ required: false }) urgency?: string;
  @ApiProperty({ required: false, description: 'Absent after the person was forgotten' }) note?: string;
}

export class ContactsOfWait {
  @ApiProperty() personId: string;
  @ApiProperty({ type: [ContactOfWait] }) items: ContactOfWait[];
}

export class AskWaitContacts extends OnwardQuery<ContactsOfWait> {
  readonly shows = everyoneIn;

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

/** Whoever does not hold the wait reads what they wrote themselves, and nothing else. */
const readsOwnOnly = ({ actor }: Asked): boolean => actor.role === 'send-caseworker';

@QueryHandler(AskWaitContacts)
export class AskWaitContactsHandler implements IQueryHandler<AskWaitContacts> {
  constructor(private readonly journal: Journal) {}

  /** What was withdrawn is gone, dates are the corrected ones; the newest first. */
  execute({ id, asked }: AskWaitContacts): Promise<ContactsOfWait> {
    return contactsIn(this.journal, id, asked.asOf, readsOwnOnly(asked) ? asked.actor.id : undefined);
  }
}

/** `by`: only what this account recorded. */
export async function contactsIn(
  journal: Journal,
  id: string,
  asOf: CivilDate,
  by: string | undefined,
): Promise<ContactsOfWait> {
  const { state } = await journal.load(wait, id);
  const standing = new Map(logOf(state).map((event) => [event.id, event.occurredOn]));
  const items: ContactOfWait[] = [];
  for await (const events of journal.read(streamOf(wait.category, id)))
    for (const event of events) {
      const on = standing.get(event.id);
      if (on === undefined || on > asOf) continue;
      if (by !== undefined && event.metadata.actor.id !== by) continue;
      items.push(...contactOf(event, on));
    }
  return { personId: state.personId ?? '', items: newestFirst(items) };
}

export const newestFirst = (items: readonly ContactOfWait[]): ContactOfWait[] =>
  [...items].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function contactOf({ id: eventId, type, data, metadata }: Envelope, on: string): ContactOfWait[] {
  const common = { eventId, on, by: metadata.actor.id };
  if (type === 'WaitingWellContactMade') {
    const { contact, outcome, riskChange, note } = data;
    const said = { outcome: text(outcome), riskChange: text(riskChange), note: text(note) };
    return [{ ...common, what: text(contact) ?? '', ...said }];
  }
  if (type !== 'WaitEscalated') return [];
  return [{ ...common, what: 'concern', urgency: text(data['urgency']), note: text(data['concern']) }];
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/contacts')
export class WaitContactsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The contacts while waiting and the concerns, with their notes', ContactsOfWait, ['WAIT-45', 'WAIT-47'])
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<ContactsOfWait> {
    return this.dispatcher.ask(new AskWaitContacts(id, asked));
  }
}
