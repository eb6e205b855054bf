// Whose row is it? Decided before anything is recorded: somebody on record, somebody new, or a question for a person (REC-23).
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import { levelIn, type Known } from '../../../engine/person/matching/compare.js';
import { decide, type Candidate, type Decision } from '../../../engine/person/matching/decide.js';
import { matchingModel as model } from '../../../engine/person/matching/model.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import type { Fact } from '../../../kernel/events.js';
import { idFrom } from '../../../kernel/ids.js';
import { identifier } from '../../../cases/young-person/identifiers/identifier.js';
import type { IdentifierRegistry } from '../../../cases/young-person/identifiers/identifier-registry.js';
import { PersonReader } from '../../../cases/young-person/profile/person-reader.js';
import type { Profile } from '../../../cases/young-person/profile/profile.js';
import { KnownPeople, knownOf, numberOf } from '../../../cases/young-person/who/known-people.js';
import { requireBorn } from '../../../engine/person/require-born.js';
import { InTurn } from '../lists/in-turn.js';
import { FreshPeople, type FreshPerson } from './fresh-people.js';
import type { PersonRow } from './person-row.js';
import { RecordPerson, type Plan, type Sought } from './record-person.js';
import { mustBeSaid, nearWords } from './who-words.js';

type Identifier = Sought['identifiers'][number];

/** The young person of a row: nothing of them is recorded until `record` is called. */
export interface Found {
  readonly personId: string;
  readonly isNew: boolean;
  readonly oddities: readonly string[];
  /** The one on record decides: a file never changes it. */
  readonly birthDate: CivilDate | undefined;
  /** What would be refused of facts about them, before anything is recorded. Error: `invalid-input`. */
  check(facts: readonly Fact[]): Promise<void>;
  /** Types of the facts. In a preview none is recorded, and the next row of the file knows of them all the same. */
  record(): Promise<readonly string[]>;
  /** What `record` recorded, as far as it was called. */
  recorded(): readonly string[];
}

interface Holders {
  /** Who has a number of the row, by id. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Where somebody new gets their place. */
  readonly place: string;
}

export class People {
  private readonly reader: PersonReader;
  private readonly onRecord: KnownPeople;
  private readonly recording: RecordPerson;
  private readonly fresh = new FreshPeople();
  private readonly inTurn = new InTurn();
  /** Of whom a row of this file has spoken: two rows that say otherwise must not correct each other with every load. */
  private readonly spokenOf = new Set<string>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly registry: IdentifierRegistry,
    readSide: ReadSide,
    today: CivilDate,
    private readonly dryRun: boolean,
  ) {
    this.reader = new PersonReader(runner.journal);
    this.onRecord = new KnownPeople(readSide);
    this.recording = new RecordPerson(runner, registry, today);
  }

  /**
   * Finds the person and hands them to `take`, one row of a person after another. What `take` does not record leaves nothing, not even a
   * claimed number. Errors: `invalid-input` for an identifier; `refused-by-rule` where a person must say who it is.
   */
  async whose<T>(
    row: PersonRow,
    on: CivilDate,
    context: CommandContext,
    take: (found: Found) => Promise<T>,
  ): Promise<T> {
    const identifiers = row.identifiers.map(({ kind, text, issuer, field }) =>
      this.registry.read(kind, text, issuer, field),
    );
    const [first] = identifiers;
    if (!first) throw new OnwardError('invalid-input', { detail: 'The row has nothing to know the young person by.' });
    const { givenName, familyName, birthDate, sex, postcode } = row;
    const numbers = identifiers.map(numberOf);
    const known = { names: [{ givenName, familyName }], birthDate, sex, postcode, numbers };
    return this.inTurn.run(first.identifierId, () => this.find({ row, identifiers, known, on, context }, take));
  }

  private async find<T>(sought: Sought, take: (found: Found) => Promise<T>): Promise<T> {
    for (;;) {
      const holders = await this.holdersOf(sought.identifiers);
      // From the last look to the place among the fresh nothing else runs: of two rows about one child the second finds the first.
      const decision = this.decide(sought.known, holders.profiles);
      const inHand = concerned(decision).flatMap((id) => this.fresh.get(id)?.pending ?? []);
      if (inHand.length > 0) {
        await Promise.all(inHand);
        continue;
      }
      if (decision.outcome === 'a-person-must-say') throw mustBeSaid(decision, sought.row);
      const personId = decision.outcome === 'the-same' ? decision.with.id : holders.place;
      const before = this.fresh.get(personId);
      let settle: () => void = () => undefined;
      const pending = new Promise<void>((resolve) => (settle = resolve));
      this.fresh.put({ id: personId, known: before ? together(before.known, sought.known) : sought.known, pending });
      let now = before;
      try {
        const corrects = sought.row.corrects && !this.spokenOf.has(personId);
        const asked = { ...sought, row: { ...sought.row, corrects } };
        const plan = await this.planFor(personId, decision, asked, before, holders);
        return await take(
          this.found(plan, asked, () => {
            this.spokenOf.add(personId);
            if (before || plan.facts.length > 0)
              now = { id: personId, known: knownOf(plan.after), profile: plan.after };
          }),
        );
      } finally {
        this.fresh.drop(personId);
        if (now) this.fresh.put(now);
        settle();
      }
    }
  }

  private found(plan: Plan, sought: Sought, onRecorded: () => void): Found {
    const { journal } = this.runner;
    let recorded: readonly string[] = [];
    return {
      ...plan,
      check: async (facts) => {
        for (const fact of facts) journal.check(fact);
        await requireBorn(journal, facts, plan.personId, { bornOn: plan.birthDate });
      },
      record: async () => {
        recorded = this.dryRun ? plan.facts : await this.recording.record(plan, sought);
        onRecorded();
        return recorded;
      },
      recorded: () => recorded,
    };
  }

  private async planFor(
    personId: string,
    decision: Decision,
    sought: Sought,
    before: FreshPerson | undefined,
    { profiles }: Holders,
  ): Promise<Plan> {
    if (decision.outcome === 'not-the-same')
      return this.recording.planOfNew(personId, sought, nearWords(decision.near));
    if (this.dryRun && before?.profile) return this.recording.planOfKnown(personId, sought, before.profile);
    const profile = profiles.get(personId) ?? (await this.reader.read(personId)).profile;
    return this.recording.planOfKnown(personId, sought, profile);
  }

  private async holdersOf(identifiers: readonly Identifier[]): Promise<Holders> {
    const profiles = new Map<string, Profile>();
    let claimedFor: string | undefined;
    for (const { identifierId } of identifiers) {
      const holder = await this.registry.holderOf(identifierId);
      if (holder === undefined || profiles.has(holder)) continue;
      try {
        profiles.set(holder, (await this.reader.read(holder)).profile);
      } catch (error) {
        // A crash between claiming and registering leaves a holder without a history: the place of whoever is registered.
        if (!isOnwardError(error, 'not-found')) throw error;
        claimedFor ??= holder;
      }
    }
    return { profiles, place: claimedFor ?? (profiles.size > 0 ? '' : await this.placeOf(identifiers)) };
  }

  /** Two loads that register one child at the same moment arrive at the same id; a number that was given back starts another. */
  private async placeOf([first]: readonly Identifier[]): Promise<string> {
    const { identifierId } = first!;
    const { revision } = await this.runner.journal.load(identifier, identifierId);
    return idFrom('young-person', identifierId, revision);
  }

  /** Whoever has the number and the very name is looked no further for: so it is with nearly every row of a file that comes again. */
  private decide(known: Known, profiles: Holders['profiles']): Decision {
    const holders = [...profiles].map(([id, profile]): Candidate => ({ id, known: knownOf(profile) }));
    const numbered = byId([...holders, ...this.fresh.withNumberOf(known)]);
    const clear = decide(known, numbered, model);
    if (clear.outcome === 'the-same' && isNamed(clear.with)) return clear;
    return decide(known, byId([...this.onRecord.near(known), ...numbered, ...this.fresh.near(known)]), model);
  }
}

/** The last word of each holds: what this load knows is newer than the lists, and than what was read before it was said. */
const byId = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(candidates.map((one) => [one.id, one])).values(),
];

const isNamed = ({ bill }: Extract<Decision, { outcome: 'the-same' }>['with']): boolean =>
  levelIn(bill, 'names-swapped') === 'same' || levelIn(bill, 'given-name') === 'same';

const concerned = (decision: Decision): readonly string[] =>
  (decision.outcome === 'the-same' ? [decision.with] : decision.near).map(({ id }) => id);

/** What a row tells of somebody of whom another row told before: the name in a list is not yet a name of theirs. */
const together = (before: Known, now: Known): Known => ({
  ...before,
  numbers: [...before.numbers, ...now.numbers.filter(({ id }) => !before.numbers.some((other) => other.id === id))],
});
