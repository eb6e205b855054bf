// What was recorded about a person, as far as a role sees it: read from the streams themselves, in the order of everything.
import type { Envelope } from '../../../store/codec.js';
import type { EventCatalogue } from '../../../store/catalogue.js';
import { parseStream } from '../../../kernel/decider.js';
import type { Journal } from '../../../store/journal.js';
import type { Actor } from '../../../kernel/envelope.js';
import { notFound } from '../../../kernel/errors.js';
import type { ReadSide } from '../../processing/read-side.js';
import type { CaseTypes } from '../../processing/case-types.js';
import type { HistoryEvent } from './history-page.js';

/** Streams that tell of the person; `allowed` are the pathways of a role, all when left out. Error: `not-found`. */
export function streamsAbout(
  readSide: ReadSide,
  types: CaseTypes,
  personId: string,
  allowed?: readonly string[],
): readonly string[] {
  const streams = readSide.db.all<{ stream: string; category: string }>(
    'SELECT stream, category FROM person_stream WHERE person_id = ?',
    personId,
  );
  if (streams.length === 0) throw notFound('young person', personId);
  return streams
    .filter(({ category }) => {
      const { pathway } = types.of(category) ?? {};
      return !allowed || pathway === undefined || allowed.includes(pathway);
    })
    .map(({ stream }) => stream);
}

/** Personal fields open where the person's key still exists. */
export async function eventsAbout(
  journal: Journal,
  personId: string,
  streams: readonly string[],
): Promise<readonly Envelope[]> {
  const events: Envelope[] = [];
  for (const stream of streams)
    for await (const found of journal.read(stream))
      events.push(...found.filter((event) => event.metadata.subjectIds.includes(personId)));
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}

/** REC-34: a number that was superseded stays linked, for auditors and managers only. */
const seesRestricted = (role: string): boolean => role === 'auditor' || role === 'manager';

const supersededIn = (events: readonly Envelope[]): ReadonlySet<unknown> =>
  new Set(events.filter(({ type }) => type === 'IdentifierSuperseded').map(({ data }) => data['identifierId']));

/** What an event says without what was written in it, where that is for other roles; undefined where the role reads it. */
function withoutWords(role: string, { type, stream, data, personal }: Envelope, { types, catalogue }: Known) {
  const { pathway } = types.of(parseStream(stream).category) ?? {};
  if (personal === 'none' || personal === 'destroyed' || types.readsWordsOf(pathway, role)) return undefined;
  const written = catalogue.get(type).definition.personal;
  return Object.fromEntries(Object.entries(data).filter(([name]) => !written.includes(name)));
}

/** What must be known of the whole to show an event. */
interface Known {
  readonly types: CaseTypes;
  readonly catalogue: EventCatalogue;
}

/** Shows events of `all` as a role may see them. */
export function shownTo({ role }: Actor, all: readonly Envelope[], known: Known): (event: Envelope) => HistoryEvent {
  const superseded = seesRestricted(role) ? new Set<unknown>() : supersededIn(all);
  return (event) => {
    const { metadata, personal, data } = event;
    const clear = withoutWords(role, event, known);
    const hidden = event.type === 'IdentifierAdded' && superseded.has(data['identifierId']);
    return {
      id: event.id,
      type: event.type,
      stream: event.stream,
      revision: event.revision,
      position: event.position,
      occurredOn: event.occurredOn,
      recordedAt: event.recordedAt,
      schemaVersion: event.schemaVersion,
      actor: metadata.actor,
      onBehalfOf: metadata.onBehalfOf ?? null,
      commandId: metadata.commandId,
      correlationId: metadata.correlationId,
      causationId: metadata.causationId,
      source: metadata.source ?? null,
      data: hidden ? { ...data, value: 'restricted (REC-34)' } : (clear ?? data),
      personalFields: clear ? 'withheld' : personal,
      hash: event.hash,
      previousHash: event.previousHash,
    };
  };
}
