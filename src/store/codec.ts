// Between events and bytes: schema check, sealing of personal fields, upcasting.
import type { TSchema } from '@sinclair/typebox';
import { namedKinds, notListedWords } from '../rules/directory/directory.js';
import type { CommandContext, EventMetadata } from '../kernel/envelope.js';
import { dateProblem } from '../kernel/calendar/index.js';
import { OnwardError, type FieldProblem } from '../kernel/errors.js';
import { textProblem } from '../kernel/text-from-outside.js';
import type { EventDefinition, Fact } from '../kernel/events.js';
import type { SubjectKeys } from './keys/key-store.js';
import type { CatalogueEntry, EventCatalogue } from './catalogue.js';
import { parse, StoredEnvelope, type Envelope } from './envelope-of.js';
import { checkSaid } from './metadata-schema.js';
import type { NewEvent, StoredEvent } from './port.js';
import { open, seal } from './sealing.js';
import { asToday } from './upcast.js';

export type { Envelope } from './envelope-of.js';

type Data = Readonly<Record<string, unknown>>;

interface StoredData {
  readonly clear: Data;
  readonly sealed?: string;
}

export interface ToWrite {
  readonly id: string;
  readonly fact: Fact<string, Data>;
  /** The young person whom the fact is about, and their key; facts about no one (a load of a file) have neither. */
  readonly subject?: string;
  readonly key?: Buffer;
  readonly recordedAt: string;
  readonly context: CommandContext;
}

/** Checks a fact (`checkFact`) and turns it into bytes. */
export function encode(catalogue: EventCatalogue, { id, fact, subject, key, recordedAt, context }: ToWrite): NewEvent {
  const definition = checkFact(catalogue, fact);
  checkSaid(context);
  const clear: Record<string, unknown> = {};
  let personal: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(fact.data)) {
    if (value === undefined) continue;
    if (definition.personal.includes(name)) (personal ??= {})[name] = value;
    else clear[name] = value;
  }
  const data = personal ? { clear, sealed: sealed(id, fact.type, personal, subject, key) } : { clear };
  // These three stand first: envelope-of.ts reads them without parsing the rest.
  const metadata: EventMetadata = {
    occurredOn: fact.occurredOn,
    recordedAt,
    commandId: context.commandId,
    subjectIds: subject === undefined ? [] : [subject],
    actor: context.actor,
    onBehalfOf: context.onBehalfOf,
    correlationId: context.correlationId,
    causationId: context.causationId ?? context.commandId,
    commandDigest: context.commandDigest,
    source: context.source,
  };
  return {
    id,
    type: fact.type,
    schemaVersion: definition.version,
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
  };
}

/**
 * Whether it may be recorded at all, whoever states it: a request, a form, a file, a process manager. What was recorded once is not asked again.
 * Error: `invalid-input` naming the field, never its value.
 */
export function checkFact(catalogue: EventCatalogue, fact: Fact<string, Data>): EventDefinition {
  const { definition, check } = catalogue.get(fact.type);
  if (definition.readAs) throw new Error(`${fact.type} is written no more, but ${definition.readAs.definition.type}`);
  const problem = problemOf(fact, check);
  if (!problem) return definition;
  throw new OnwardError('invalid-input', {
    detail: `${fact.type} cannot be recorded: ${problem.field} ${problem.problem}.`,
    fields: [problem],
  });
}

function problemOf({ data, occurredOn }: Fact<string, Data>, check: CatalogueEntry['check']): FieldProblem | undefined {
  if (!check.Check(data)) {
    const at = check.Errors(data).First();
    return { field: at?.path.slice(1).replaceAll('/', '.') || 'data', problem: at ? schemaProblem(at) : 'is wrong' };
  }
  const problem = dateProblem(occurredOn);
  return problem === undefined ? textProblemIn(data, '') : { field: 'occurredOn', problem };
}

function textProblemIn(value: unknown, field: string): FieldProblem | undefined {
  if (typeof value === 'string') {
    const problem = textProblem(value);
    return problem === undefined ? undefined : { field, problem };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const found = textProblemIn(each, field === '' ? name : `${field}.${name}`);
    if (found) return found;
  }
  return undefined;
}

/** What is not on a list of the area is told with where the list is. */
function schemaProblem({ schema, message }: { readonly schema: TSchema; readonly message: string }): string {
  const { format = '' } = schema as { readonly format?: string };
  const list = namedKinds.find((name) => format === `listed:${name}`);
  return list ? notListedWords(list) : message;
}

function sealed(id: string, type: string, personal: Data, subject?: string, key?: Buffer): string {
  if (subject === undefined || key === undefined) throw new Error(`${type} has personal fields but is about no one`);
  return seal(key, id, subject, type, personal);
}

/** Reads an event back. With `keys`, personal fields are opened into `data`; without, they stay closed (and cost nothing). */
export function decode(catalogue: EventCatalogue, stored: StoredEvent, keys?: Pick<SubjectKeys, 'existing'>): Envelope {
  const { clear, sealed } = parse<StoredData>(stored, stored.data);
  const { definition } = catalogue.get(stored.type);
  const lift = (data: Data) => asToday(definition, stored.schemaVersion, data);
  if (sealed === undefined) return new StoredEnvelope(stored, lift(clear), 'none');
  if (!keys) return new StoredEnvelope(stored, lift(clear), 'closed');
  const metadata = parse<EventMetadata>(stored, stored.metadata);
  const subject = metadata.subjectIds[0] ?? '';
  const key = keys.existing(subject);
  if (key === 'destroyed' || key === undefined) return new StoredEnvelope(stored, lift(clear), 'destroyed', metadata);
  const data = { ...clear, ...open(key, stored.id, subject, stored.type, sealed) };
  return new StoredEnvelope(stored, lift(data), 'open', metadata);
}
