// What a page controller answers: a page to show, or where to go next. Values, so that a test needs no HTTP.
import type { Position } from '../../store/port.js';

export interface Link {
  readonly text: string;
  readonly href: string;
}

/** One line of the error summary: what is wrong, and which field to jump to. */
export interface PageProblem {
  readonly text: string;
  readonly href?: string;
}

export interface Page {
  readonly kind: 'page';
  /** Path of the template from `src/`, like `cases/ehc-plan/pages/plan.njk`. */
  readonly template: string;
  readonly title: string;
  readonly data: object;
  readonly status?: number;
  /** Whose page it is: the identity bar is then shown above it. */
  readonly personId?: string;
  /** Where "Back" leads. */
  readonly back?: Link;
  readonly problems?: readonly PageProblem[];
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  /** Shown once on the next page, without anything personal in it. */
  readonly said?: string;
  /** The next pages wait until the lists show what was written there. */
  readonly wrote?: Position;
  /** What was typed, sealed, for the next page of the form at this path; `undefined` as its value: no longer needed. */
  readonly draft?: { readonly path: string; readonly sealed: string | undefined };
}

export const page = (template: string, title: string, more: Omit<Page, 'kind' | 'template' | 'title'>): Page => ({
  kind: 'page',
  template,
  title,
  ...more,
});

export const redirect = (to: string, more: Omit<Redirect, 'kind' | 'to'> = {}): Redirect => ({
  kind: 'redirect',
  to,
  ...more,
});
