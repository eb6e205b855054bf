// The identity bar of every page about a person: what it says, and who is asked for it. What is known of them is no part of the frame's.
import type { PageRequest } from './http.js';

export interface PersonBar {
  readonly href: string;
  readonly name: string;
  readonly birthDate?: string;
  readonly age?: number;
  readonly numbers: readonly { readonly label: string; readonly value: string }[];
  readonly leads: readonly { readonly role: string; readonly name: string; readonly organisation: string }[];
  readonly lead?: string;
  /** Moved to an adult service in a programme of its own: who leads a CAMHS transition says nothing of that. */
  readonly moved: readonly { readonly programme: string; readonly to: string }[];
  readonly crisis?: string;
  readonly ring?: { readonly name: string; readonly relationship?: string; readonly phone?: string };
  readonly needs?: string;
  /** Who decides and gets letters: three gates, and each has its own day (AMB-19). */
  readonly decides: readonly { readonly about: string; readonly who: string }[];
  readonly warning?: string;
  /** WAIT-45: whoever opens any page of theirs sees it. */
  readonly risk?: string;
  /** Something recorded of them cannot be worked out: dates on their pages may be old. */
  readonly standsStill?: boolean;
}

export abstract class PersonBars {
  /** As the visitor may see it. */
  abstract of(personId: string, request: PageRequest): Promise<PersonBar>;
}
