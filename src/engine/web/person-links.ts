// What the parts put on the page of a person: each link for whoever may do what stands behind it.
import type { Actor } from '../../kernel/envelope.js';
import type { Policies } from '../access/policy.js';
import type { Link } from './page.js';

export interface PersonLink {
  readonly text: string;
  at(personId: string): string;
  /** The command or query behind it. */
  readonly needs: string;
  /** Not for whoever may do or ask this: they have a better way there. */
  readonly unless?: string;
  /** It begins a case: where a pathway is named, only for a person who has no case of it here. */
  readonly begins?: true | { readonly pathway: string };
}

export class PersonLinks {
  constructor(
    private readonly links: readonly PersonLink[],
    private readonly policies: Policies,
  ) {}

  /** Where else the reader may go; `pathways` are those of the cases that the reader sees of the person. */
  of(actor: Actor, personId: string, pathways: readonly string[]): { readonly ways: Link[]; readonly begin: Link[] } {
    const may = (name: string) => this.policies.of(name)(actor).allowed;
    const open = this.links.filter(({ needs, unless }) => may(needs) && !(unless !== undefined && may(unless)));
    const shown = ({ text, at }: PersonLink) => ({ text, href: at(personId) });
    return {
      ways: open.filter(({ begins }) => begins === undefined).map(shown),
      begin: open.filter(({ begins }) => begins === true || (begins && !pathways.includes(begins.pathway))).map(shown),
    };
  }
}
