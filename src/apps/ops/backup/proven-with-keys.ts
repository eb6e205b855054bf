// A history that is whole, with a key (or the trace of a destroyed one) for every person in it.
import type { EventStore } from '../../../store/port.js';
import { proveHistory, subjectOf, type HistoryProof } from '../../../store/prove-history.js';
import { OnwardError } from '../../../kernel/errors.js';
import { parseStream } from '../../../kernel/decider.js';
import type { SubjectKeys } from '../../../store/keys/key-store.js';

export interface ProvenHistory extends HistoryProof {
  /** The people of whom the events say that they were forgotten. */
  readonly forgotten: ReadonlySet<string>;
}

/** Error: `damaged-history` when a chain is broken or a key is missing. */
export async function provenWithKeys(
  store: Pick<EventStore, 'readAll'>,
  keys: Pick<SubjectKeys, 'existing'>,
): Promise<ProvenHistory> {
  const people = new Set<string>();
  const forgotten = new Set<string>();
  const proof = await proveHistory(store, (event) => {
    const subject = subjectOf(event);
    if (subject !== undefined) people.add(subject);
    if (event.type === 'YoungPersonForgotten') forgotten.add(parseStream(event.stream).id);
  });
  const [first] = proof.problems;
  if (first)
    throw new OnwardError('damaged-history', {
      detail: `${first.stream}, revision ${first.revision}: ${first.problem}. There are ${proof.problems.length} such places.`,
      help: 'Keep everything as it is and run `npx onward store verify`; then restore the last backup that proves whole.',
      more: { stream: first.stream, revision: first.revision },
    });
  let missing = 0;
  for (const person of people) if (keys.existing(person) === undefined) missing++;
  if (missing > 0)
    throw new OnwardError('damaged-history', {
      detail: `The keys of ${missing} people are missing: what the events say of them cannot be opened.`,
      help: 'Events and keys must be of the same store; keys.sqlite may have been replaced by an older one.',
    });
  return { ...proof, forgotten };
}
