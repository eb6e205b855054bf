// What a slice brings to the whole: its event types, its projections, its cases. src/apps/cases.ts lists the slices.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Folding } from '../../kernel/decider.js';
import type { EventDefinition, Fact } from '../../kernel/events.js';
import type { RulePack } from '../../rules/rule-pack.js';
import type { DeadlineSubject } from '../../rules/deadline-subject.js';
import type { TaskKinds } from '../tasks/domain/kinds.js';
import type { Served } from '../use-cases/served.js';
import type { PersonThen } from '../person/person-then.js';
import type { NavigationEntry } from '../web/navigation.js';
import type { Paths } from '../web/paths.js';
import type { PersonLink } from '../web/person-links.js';
import type { ProcessManager } from './process-managers/process-manager.js';
import type { Projection } from './projection.js';
import type { Statements } from './statements.js';

/** A case that somebody holds on a day: on whose desk it is. */
export interface HeldCase {
  readonly caseId: string;
  readonly role: string;
}

/** Asks the rows which cases of a person are held on a day. */
export type HeldOn = (db: Statements, personId: string, day: CivilDate) => readonly HeldCase[];

/** A line of a list of deadlines, as far as the address of what it is about hangs on it. */
export interface DeadlineLine {
  readonly caseId: string;
  /** What has the deadline within the case: `cycle`, `term`, the case itself. */
  readonly scope: string;
  readonly subjectId: string;
  readonly subject: string;
}

/** Which part of a record a case belongs to, which says how long it is kept. */
export type Part = 'health' | 'ehc';

/** What the engine must know of a kind of case that a pathway follows, or it would be missing from a list without a word. */
export interface OfPathway {
  /** Its word in addresses, filters and rows: `waiting`. */
  readonly pathway: string;
  /** Which part of a person's record its cases belong to, and so how long they are kept; the person's own stream is kept as long as any. */
  readonly keptAs: Part;
  /** Select of `person_id` and `case_id` of every case that nobody has ended by the day `?1`, whatever a death has made of its clocks. */
  readonly openCases: string;
  /** Where that is recorded which closes a task, for tasks that nobody calls done; undefined where the person's own page is the place. */
  readonly tasksAt?: (task: { readonly kind: string; readonly caseId: string }) => string | undefined;
  /** Whether a case of person `?1` was handed to the adult organisation `?2` by day `?3`: then the person is theirs, and they know of them (TRN-42). */
  readonly handedTo?: string;
  /** The roles that read what was written in its cases, sealed as it is (SHARE matrix); left out, whoever sees the pathway. Others see that, when and by whom. */
  readonly wordsFor?: readonly string[];
  /** The roles that see this pathway without seeing all of them (SHARE matrix). */
  readonly seenBy: readonly string[];
}

/** A kind of case as the auditor's replay knows it. */
export interface Replayable {
  readonly category: string;
  /** What a person calls it: "EHC plan". */
  readonly noun: string;
  readonly pathway?: string;
  /** None for what is about a case of a pathway, such as a task, or about none. */
  readonly of?: OfPathway;
  /** Its days count for how long the part of its pathway is kept, as those of a case do; not where Onward itself goes on, as with a task. */
  readonly ofRecord?: true;
  /** Whether it has deadlines: then it must be of a pathway, or they would be on no list. */
  readonly hasDeadlines: boolean;
  readonly folding: Folding<unknown>;
  /** For a case about another one of the same pathway, such as a task: which. The events behind its dates are that one's. */
  aboutCase(state: unknown): string | undefined;
  /** What has deadlines in this state. */
  subjects(id: string, state: unknown, person: PersonThen): readonly DeadlineSubject[];
  readonly involves?: Involves;
  /** Who is told of what concerns the person as a whole: whoever holds a case of this kind. */
  readonly heldOn?: HeldOn;
  /** Where the work on a deadline of this kind of case is done; undefined for what has no page here. */
  addressOf?(line: DeadlineLine): string | undefined;
}

/**
 * Types of events that are steps in which the young person or the family takes part (GOV-12), each with the rule that wants it; or how it
 * follows from what the event says, where only some are.
 */
export type Involves = Readonly<Record<string, string | ((data: object) => string | undefined)>>;

export interface Slice {
  readonly name: string;
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly projections: readonly Projection[];
  readonly cases: readonly Replayable[];
  /** Its lists and pages that are about no one case. */
  readonly navigation?: readonly NavigationEntry[];
  /** What it puts on the page of a person. */
  readonly personLinks?: readonly PersonLink[];
  /** Addresses of its pages, for every template. */
  readonly paths?: Paths;
  /** What the server and its API bring of it. Loaded when asked for: the projecting threads start without. */
  readonly served?: () => Promise<{ readonly served: Served }>;
  /** Rule packs that do not ship in `rules/packs`. */
  readonly packs?: readonly RulePack[];
  /** The kinds of tasks that these open, beside those that ship. */
  readonly taskKinds?: TaskKinds;
  /** What follows up its cases (docs/process-managers.md). */
  readonly managers?: readonly ProcessManager[];
}

/** Lets a case of a known state type stand beside the others. */
export const replayable = <S, F extends Fact>(
  folding: Folding<S, F>,
  parts: {
    readonly noun: string;
    readonly pathway?: string;
    readonly of?: OfPathway;
    readonly ofRecord?: true;
    aboutCase?(state: S): string | undefined;
    subjects?(id: string, state: S, person: PersonThen): readonly DeadlineSubject[];
    readonly involves?: Involves;
    readonly heldOn?: HeldOn;
    addressOf?(line: DeadlineLine): string | undefined;
  },
): Replayable => ({
  category: folding.category,
  noun: parts.noun,
  pathway: parts.of?.pathway ?? parts.pathway,
  of: parts.of,
  ofRecord: parts.ofRecord,
  hasDeadlines: parts.subjects !== undefined,
  folding,
  aboutCase: (state) => parts.aboutCase?.(state as S),
  subjects: (id, state, person) => parts.subjects?.(id, state as S, person) ?? [],
  involves: parts.involves,
  heldOn: parts.heldOn,
  addressOf: parts.addressOf?.bind(parts),
});
