// The kinds of cases that there are here: handed to whoever must know all of them, so that no part of the engine names one.
import type { Replayable } from './slice.js';

export class CaseTypes {
  private readonly byCategory: ReadonlyMap<string, Replayable>;

  constructor(readonly all: readonly Replayable[]) {
    this.byCategory = new Map(all.map((type) => [type.category, type]));
    if (this.byCategory.size < all.length) throw new Error('Two kinds of cases have the same category.');
  }

  of(category: string): Replayable | undefined {
    return this.byCategory.get(category);
  }

  ofPathway(pathway: string | undefined): readonly Replayable[] {
    return this.all.filter((type) => type.pathway === pathway);
  }
}
