// What earlier caseloads said of a transition, and what people made of it: a file never overrules what somebody recorded here.
import type { Journal } from '../../../store/journal.js';
import { changed } from '../../../kernel/corrections.js';
import { streamOf } from '../../../kernel/decider.js';
import type { Fact, Recorded } from '../../../kernel/events.js';
import { transition } from '../../../cases/camhs-transition/transition.js';
import type { TransitionFact } from '../../../cases/camhs-transition/domain/events.js';

export interface LoadedBefore {
  /** Facts that a file said and nobody has corrected since: the next file may. */
  readonly mayChange: ReadonlySet<string>;
  /** Facts that somebody took back, as each was ever on record: the next file does not bring them again. */
  readonly takenBack: ReadonlySet<string>;
}

export async function loadedBefore(journal: Journal, id: string): Promise<LoadedBefore> {
  const mayChange = new Set<string>();
  const takenBack = new Set<string>();
  const standing = new Map<string, TransitionFact & Recorded>();
  /** As what each was ever on record. */
  const had = new Map<string, string[]>();
  const isNow = (fact: TransitionFact & Recorded) => {
    standing.set(fact.id, fact);
    had.set(fact.id, [...(had.get(fact.id) ?? []), sameFact(fact)]);
  };
  for await (const page of journal.read(streamOf(transition.category, id), { closed: true })) {
    for (const envelope of page) {
      const event = envelope as unknown as TransitionFact & Recorded;
      const byLoad = envelope.metadata.source?.kind === 'camhs';
      if (event.type === 'FactWithdrawn') {
        const { correctsEventId: of } = event.data;
        for (const fact of had.get(of) ?? []) takenBack.add(fact);
        standing.delete(of);
      } else if (event.type === 'FactCorrected') {
        const { correctsEventId: of, changes } = event.data;
        const fact = standing.get(of);
        if (fact) isNow(changed(fact, changes));
        if (!byLoad) mayChange.delete(of);
      } else {
        isNow(event);
        if (byLoad) mayChange.add(event.id);
      }
    }
  }
  return { mayChange, takenBack };
}

/** By what a fact is known again: its kind, its day and what it is about. */
export function sameFact({ type, occurredOn, data }: Fact<string, unknown>): string {
  const { fact, destination, service } = data as Readonly<Record<string, string | undefined>>;
  return [type, occurredOn, fact ?? destination ?? service ?? ''].join(' ');
}
