// A wait is about a young person who is registered; their own stream is asked, not a copy that may lag behind.
import type { Journal } from '../../../store/journal.js';
import type { Folding } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';

const registered: Folding<boolean> = {
  category: 'youngPerson',
  initial: false,
  evolve: (known, event) => known || event.type === 'YoungPersonRegistered',
};

export async function requireYoungPerson(journal: Journal, personId: string): Promise<void> {
  const { state } = await journal.load(registered, personId);
  if (!state) throw notFound('young person', personId);
}
