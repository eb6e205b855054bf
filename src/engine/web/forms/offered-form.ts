// A form where it is offered: under which heading of its case's page, behind which command, and about what.
import type { CaseNow, No } from '../../use-cases/case-now.js';
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
  /** What it can be about; whether it can be done about that is the decision's to say. */
  offers(view: View): readonly Offer[];
  /** The decision run dry with what the form would send. */
  whyNot(subject: Subject, now: CaseNow): No | undefined;
}

/** A link as a page shows it. */
export interface ShownOffer {
  readonly text: string;
  readonly href: string;
}

export interface OfferGroup {
  readonly title: string;
  readonly links: readonly ShownOffer[];
}

/** What a form is about on one page. */
export interface Offering<Subject, View> {
  readonly view: View;
  /** How the case stands; none on a page of an earlier day, which has no forms: what is recorded is recorded now. */
  readonly now: CaseNow | undefined;
  subject(about: string, now: CaseNow): Subject;
  /** The case has ended: what could still be recorded of the days before is not offered. */
  readonly ended?: boolean;
}

/** Links to one form: none for whoever may not send it, and none that would be refused, whatever is answered. Of somebody who died no late entry is offered: what ends the case is. */
export function linksTo<Subject, View>(
  { offers, needs, whyNot }: Pick<OfferedForm<Subject, View, string>, 'offers' | 'needs' | 'whyNot'>,
  { view, now, subject, ended = false }: Offering<Subject, View>,
  hrefOf: (about: string) => string,
): ShownOffer[] {
  if (!now?.may(needs)) return [];
  const over = ended || now.beside['diedOn'] !== undefined;
  return offers(view).flatMap(({ about, text }) => {
    const no = whyNot(subject(about, now), now);
    return no && (over || !no.ofEarlierDay) ? [] : [{ text, href: hrefOf(about) }];
  });
}

/** What a case's page offers, heading by heading; a heading with nothing under it is left out. */
export function offersOf<Subject, View, Group extends string>(
  forms: Readonly<Record<string, OfferedForm<Subject, View, Group>>>,
  titles: Readonly<Partial<Record<Group, string>>>,
  offering: Offering<Subject, View>,
  hrefOf: (step: string, about: string) => string,
): OfferGroup[] {
  return Object.entries<string | undefined>(titles)
    .map(([group, title = '']) => ({
      title,
      links: Object.entries(forms)
        .filter(([, form]) => form.group === group)
        .flatMap(([step, form]) => linksTo(form, offering, (about) => hrefOf(step, about))),
    }))
    .filter(({ links }) => links.length > 0);
}
