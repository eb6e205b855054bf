// What stands in the navigation and on home: each entry for whoever may ask its question, so that nobody is offered a closed door.
import type { Actor } from '../../kernel/envelope.js';
import type { Policies } from '../access/policy.js';
import type { Link } from './page.js';

export interface NavigationEntry {
  readonly text: string;
  readonly href: string;
  /** Where it stands among the entries of all parts, from left to right. */
  readonly place: number;
  /** The command or query behind it; everybody sees an entry without. */
  readonly needs?: string;
  /** In the navigation only for these, where a better page stands for the others. */
  readonly roles?: readonly string[];
  /** What home says of it, to whoever may ask its question; home does not speak of an entry without. */
  readonly onHome?: string;
}

export class Navigation {
  private readonly entries: readonly NavigationEntry[];

  constructor(
    entries: readonly NavigationEntry[],
    private readonly policies: Policies,
  ) {
    this.entries = [...entries].sort((a, b) => a.place - b.place);
  }

  of(actor: Actor, here: string) {
    return this.openTo(actor)
      .filter(({ roles }) => roles === undefined || roles.includes(actor.role))
      .map(({ text, href }) => ({ text, href, current: href === here }));
  }

  /** Where else somebody may go from home. */
  fromHome(actor: Actor): Link[] {
    return this.openTo(actor).flatMap(({ onHome, href }) => (onHome === undefined ? [] : [{ text: onHome, href }]));
  }

  private openTo(actor: Actor): readonly NavigationEntry[] {
    return this.entries.filter(({ needs }) => needs === undefined || this.policies.of(needs)(actor).allowed);
  }
}
