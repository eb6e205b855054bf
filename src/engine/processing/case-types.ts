// The kinds of cases that there are here: handed to whoever must know all of them, so that no part of the engine names one.
import { parseStream } from '../../kernel/decider.js';
import type { OfPathway, Part, Replayable } from './slice.js';

export class CaseTypes {
  private readonly byCategory: ReadonlyMap<string, Replayable>;
  /** Those that have deadlines, in the order of the list. */
  readonly pathways: readonly OfPathway[];

  constructor(readonly all: readonly Replayable[]) {
    this.byCategory = new Map(all.map((type) => [type.category, type]));
    if (this.byCategory.size < all.length) throw new Error('Two kinds of cases have the same category.');
    this.pathways = all.flatMap(({ of }) => (of ? [of] : []));
    const words = new Set(this.pathways.map(({ pathway }) => pathway));
    if (words.size < this.pathways.length) throw new Error('Two kinds of cases have the same pathway.');
    const unfit = this.pathways.find(({ pathway }) => !/^[a-z]+$/i.test(pathway));
    if (unfit)
      throw new Error(`The word of a pathway is of letters alone, for it names streams and tables: ${unfit.pathway}`);
    const listless = this.all.find(({ hasDeadlines, pathway }) => hasDeadlines && pathway === undefined);
    if (listless) throw new Error(`${listless.category} has deadlines and no pathway: they would be on no list`);
    const nowhere = all.find(({ pathway }) => pathway !== undefined && !words.has(pathway));
    if (nowhere) throw new Error(`${nowhere.category} is about a pathway that no kind of case has: ${nowhere.pathway}`);
  }

  of(category: string): Replayable | undefined {
    return this.byCategory.get(category);
  }

  /** Which part of a person's record the days of a stream count for. */
  partOf(category: string): Part | undefined {
    const { of, ofRecord, pathway } = this.of(category) ?? {};
    return of?.keptAs ?? (ofRecord && this.pathways.find((each) => each.pathway === pathway)?.keptAs);
  }

  ofPathway(pathway: string | undefined): readonly Replayable[] {
    return this.all.filter((type) => type.pathway === pathway);
  }

  /** Back to the page of a case from another one; undefined when no stream is named, or one that has no page. */
  wayBack(stream: string | undefined): { readonly text: string; readonly href: string } | undefined {
    if (stream === undefined || !/^\w+-./.test(stream)) return undefined;
    const { category, id: caseId } = parseStream(stream);
    const type = this.of(category);
    const href = type?.addressOf?.({ caseId, scope: '', subjectId: caseId, subject: '' });
    return type && href !== undefined ? { text: `The ${type.noun}`, href } : undefined;
  }

  /** What a person calls the cases of a pathway: "EHC plan". */
  nounOf(pathway: string): string | undefined {
    return this.all.find(({ of }) => of?.pathway === pathway)?.noun;
  }

  /** Whether a role that sees a pathway reads what was written in its cases, too. */
  readsWordsOf(pathway: string | undefined, role: string): boolean {
    const { wordsFor } = this.pathways.find((one) => one.pathway === pathway) ?? {};
    return wordsFor === undefined || wordsFor.includes(role);
  }

  /** The pathways that a role sees; undefined is all of them. A role that nobody speaks of sees none. */
  seenBy(role: string): readonly string[] | undefined {
    if (seesAll.includes(role)) return undefined;
    return this.pathways.filter(({ seenBy }) => seenBy.includes(role)).map(({ pathway }) => pathway);
  }
}

/** Who answers for the whole area, or checks it (SHARE matrix). */
const seesAll: readonly string[] = ['manager', 'auditor'];

let here: CaseTypes | undefined;

/** What the whole is made of, said once where it is put together: for what is checked and shown outside the injector. */
export const useCaseTypes = (types: CaseTypes): void => {
  here = types;
};

/** Error at start: nobody has said yet of what the whole is made. */
export function caseTypesHere(): CaseTypes {
  if (!here) throw new Error('The kinds of cases were asked for before they were put together (apps/cases.ts)');
  return here;
}

/** Every pathway that has deadlines, by its word. */
export const pathwaysHere = (): string[] => caseTypesHere().pathways.map(({ pathway }) => pathway);
