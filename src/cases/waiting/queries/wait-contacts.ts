// The contacts while waiting and the concerns of one wait, with their notes: read from its own history, the lists hold no sealed text.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { streamOf } from '../../../kernel/decider.js';
import { waitKind } from '../domain/wait-kind.js';

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

/** Whoever does not hold the wait reads what they wrote themselves, and nothing else. */
const readsOwnOnly = ({ actor }: Asked): boolean => actor.role === 'send-caseworker';

/** `by`: only what this account recorded. */
export async function contactsIn(
  journal: Journal,
  id: string,
  asOf: CivilDate,
  by: string | undefined,
): Promise<ContactsOfWait> {
  const { state, history } = await journal.load(waitKind, id);
  const standing = new Map(history.standing.map((event) => [event.id, event.occurredOn]));
  const items: ContactOfWait[] = [];
  for await (const events of journal.read(streamOf(waitKind.category, id)))
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

/** What was withdrawn is gone, dates are the corrected ones; the newest first. */
export const askWaitContacts = question({
  name: 'AskWaitContacts',
  get: 'api/v1/waits/:id/contacts',
  section: 'Waiting',
  tells: 'The contacts while waiting and the concerns, with their notes',
  rules: ['WAIT-45', 'WAIT-47'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because:
      'WAIT-45: whoever records a contact can read it again; a SEND caseworker what they wrote themselves and nothing else',
  },
  answers: ContactsOfWait,
  uses: [Journal],
  answer: ({ at: { id }, asked }, journal): Promise<ContactsOfWait> =>
    contactsIn(journal, id, asked.asOf, readsOwnOnly(asked) ? asked.actor.id : undefined),
  shows: everyoneIn,
});
