// One step of a review as its page lists it: done, next or to come, with its clocks and what can be recorded.
import type { ShownOffer } from '../../../engine/web/forms/offered-form.js';

export interface Step {
  readonly key: string;
  readonly title: string;
  /** Keys of the deadlines that belong to it. */
  readonly clocks: readonly string[];
  /** What can be recorded there by whoever looks. */
  readonly forms: readonly ShownOffer[];
  /** Forms of the plan itself that are of use there, by their names in its addresses. */
  readonly planForms?: readonly { readonly step: string; readonly text: string }[];
  /** The day on which it was done. */
  readonly doneOn: string | undefined;
  /** Not done, and nothing stands before it. */
  readonly open: boolean;
  readonly note?: string;
}
