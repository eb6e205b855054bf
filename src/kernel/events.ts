// What an event is: a typed, versioned, past-tense fact, with its personal fields named so that they can be sealed.
import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import type { CivilDate } from './calendar/civil-date.js';
import { inHalves } from './text-from-outside.js';

/** A fact as a decider states it, before anyone stores it. `occurredOn` is the date that the rules use (REC-24). */
export interface Fact<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  readonly occurredOn: CivilDate;
}

/** What recording adds to a fact. */
export interface Recorded {
  readonly id: string;
  /** UTC instant at which Onward learnt it. */
  readonly recordedAt: string;
}

/** A fact as it is folded: with the id and the moment under which it was recorded. */
export interface PastEvent<T extends string = string, D = unknown> extends Fact<T, D>, Recorded {}

/** Turns the data of an older schema version into the next one's. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** What an event that is written no more is read as: another one, with data made from its own. */
export interface ReadAs {
  readonly definition: EventDefinition;
  readonly data: Upcast;
}

export interface EventDefinition<T extends string = string, D = unknown> {
  readonly type: T;
  /** Schema version written today; older ones are read through `upcasts`. */
  readonly version: number;
  readonly schema: TSchema;
  /** Names of the top-level fields of `data` that are personal: names, birth date, identifiers, contacts, free text. */
  readonly personal: readonly string[];
  /** Keyed by the version that it lifts from: `{1: v1ToV2}`. */
  readonly upcasts: Readonly<Record<number, Upcast>>;
  /** Fields whose dates may lie before the person's birth: a wrong date that is corrected, the cause of a task. */
  readonly beforeBirth: readonly string[];
  /** Set for one that was released and is written no more. Its own versions and samples stay as they are. */
  readonly readAs?: ReadAs;
  /** Makes the fact. */
  fact(occurredOn: CivilDate, data: D): Fact<T, D>;
}

export interface EventOptions<P extends TProperties> {
  readonly version?: number;
  readonly personal?: readonly (keyof P & string)[];
  readonly upcasts?: Readonly<Record<number, Upcast>>;
  readonly beforeBirth?: readonly string[];
  readonly readAs?: ReadAs;
}

/**
 * Defines an event type once, for its TypeScript type, its stored schema and its page in the catalogue.
 * Personal fields are optional in what is read back: after a person's key is destroyed they are gone (REC-12).
 */
export function defineEvent<const T extends string, P extends TProperties>(
  type: T,
  properties: P,
  { version = 1, personal = [], upcasts = {}, beforeBirth = [], readAs }: EventOptions<P> = {},
): EventDefinition<T, Static<TObject<P>>> {
  const schema = Type.Object(properties, { additionalProperties: false });
  return {
    type,
    version,
    schema,
    personal,
    upcasts,
    beforeBirth,
    readAs,
    fact: (occurredOn, data) => ({ type, occurredOn, data }),
  };
}

/** The union of facts that a record of definitions can state: `type EhcFact = FactOf<typeof ehcEvents>`. */
export type FactOf<Defs extends Readonly<Record<string, EventDefinition>>> = {
  [K in keyof Defs]: Defs[K] extends EventDefinition<infer T, infer D> ? Fact<T, D> : never;
}[keyof Defs];

/** The union of past events that a record of definitions can be folded from. */
export type PastEventOf<Defs extends Readonly<Record<string, EventDefinition>>> = {
  [K in keyof Defs]: Defs[K] extends EventDefinition<infer T, infer D> ? PastEvent<T, D> : never;
}[keyof Defs];

/** What an unsealed text of an event may be: it can be read for ever, also when the person it is about is forgotten (REC-12). */
export const clearFormats = {
  'civil-date': 'date',
  'any-date': 'date',
  'date-or-code': 'date, or code of a list',
  'any-date-or-code': 'date, or code of a list',
  instant: 'moment',
  id: 'id',
  account: 'account',
  digest: 'digest',
  'keyed-digest': 'digest',
  behalf: 'code of a list, or id of a person',
  digits: 'digits',
  'pack-words': 'words of a rule pack',
  'questionnaire-words': 'words of a questionnaire, which is put to many and about no one',
  'school-words': 'words of the national register of schools, about no one',
  position: 'position in the store',
  'listed:organisations': 'code of the list of organisations',
  'listed:services': 'code of the list of services',
  'listed:teams': 'code of the list of teams',
  'listed:workers': 'code of the list of workers',
  'listed:promisers': 'code of the list of organisations, services, teams or roles',
} as const;

const clear = <T extends string>(format: keyof typeof clearFormats, more: { readonly maxLength?: number } = {}) =>
  Type.Unsafe<T>(Type.String({ format, ...more }));

/** Field types for event schemas, in the words used here. */
export const field = {
  date: () =>
    Type.Unsafe<CivilDate>(Type.String({ format: 'civil-date', description: 'civil date YYYY-MM-DD, Europe/London' })),
  /** A date as it was recorded once, which may be one that nobody may record any more. */
  dateAsRecorded: () =>
    Type.Unsafe<CivilDate>(Type.String({ format: 'any-date', description: 'civil date YYYY-MM-DD, Europe/London' })),
  /** What a field is corrected to. */
  dateOrCode: () => clear<string>('date-or-code', { maxLength: 120 }),
  dateOrCodeAsRecorded: () => clear<string>('any-date-or-code', { maxLength: 120 }),
  /** One word of letters, digits and few marks: made by Onward, or the id of something that a case, a pack or a file has. */
  id: () => clear<string>('id', { maxLength: 120 }),
  /** Only for a personal field: whatever is not sealed is a code, a date, a number or an id. */
  text: (max = 4000) => Type.String({ maxLength: inHalves(max) }),
  code: <const V extends string>(values: readonly V[]) => Type.Unsafe<V>(Type.String({ enum: [...values] })),
  /** A code of a list of the area (`src/engine/directory/`). */
  listed: (list: 'organisations' | 'services' | 'teams' | 'workers' | 'promisers') => clear<string>(`listed:${list}`),
  /** Who did it: the id of a person's account, or of a part of Onward. */
  account: () => clear<string>('account', { maxLength: 120 }),
  /** SHA-256. */
  digest: () => clear<string>('digest', { maxLength: 64 }),
  keyedDigest: () => clear<string>('keyed-digest', { maxLength: 64 }),
  instant: () => clear<string>('instant'),
  /** On whose behalf: an organisation or worker of the lists, or a young person or contact by id. */
  behalf: () => clear<string>('behalf'),
  /** URN, UKPRN. */
  digits: (max: number) => clear<string>('digits', { maxLength: max }),
  /** A sentence that stands in a rule pack. */
  packWords: () => clear<string>('pack-words', { maxLength: 300 }),
  /** A line of a questionnaire that a site loaded (docs/adr/0060). */
  questionnaireWords: (maxLength: number) => clear<string>('questionnaire-words', { maxLength }),
  /** What the national register publishes of a school: its name, its type, its phase (docs/adr/0072). */
  schoolWords: (maxLength: number) => clear<string>('school-words', { maxLength }),
  position: () => clear<string>('position', { maxLength: 200 }),
  flag: () => Type.Boolean(),
  whole: () => Type.Integer(),
  list: Type.Array,
  optional: Type.Optional,
  object: <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false }),
} as const;
