// The step of the pinned protocol that a fact settles, and its canonical milestone (AMB-06).
import { field } from '../../kernel/events.js';

export const step = field.object({ id: field.id(), milestone: field.id() });

export interface StepReference {
  readonly id: string;
  readonly milestone: string;
}
