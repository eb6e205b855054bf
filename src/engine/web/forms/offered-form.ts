// A form where it is offered: under which heading of its case's page, behind which command, and about what.
import type { Form } from './form.js';

/** One link to a form. `about` is the id of what it is about. */
export interface Offer {
  readonly about: string;
  readonly text: string;
}

export interface OfferedForm<Subject, View, Group extends string> {
  readonly form: Form<Subject>;
  /** The command's name: whoever may not send it is not offered the form. */
  readonly needs: string;
  readonly group: Group;
  /** Nothing where it cannot be recorded as the case stands. */
  offers(view: View): readonly Offer[];
}

export interface OfferGroup {
  readonly title: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** What a case's page offers, heading by heading; a heading with nothing under it is left out. */
export function offersOf<Subject, View, Group extends string>(
  forms: Readonly<Record<string, OfferedForm<Subject, View, Group>>>,
  titles: Readonly<Partial<Record<Group, string>>>,
  view: View,
  may: (command: string) => boolean,
  hrefOf: (step: string, about: string) => string,
): OfferGroup[] {
  return Object.entries<string | undefined>(titles)
    .map(([group, title = '']) => ({
      title,
      links: Object.entries(forms)
        .filter(([, offered]) => offered.group === group && may(offered.needs))
        .flatMap(([step, { offers }]) => offers(view).map(({ about, text }) => ({ text, href: hrefOf(step, about) }))),
    }))
    .filter(({ links }) => links.length > 0);
}
