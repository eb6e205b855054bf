// A question of a form as a value: what it asks, how it reads what was typed, how an answer is shown again.
import type { CivilDate } from '../../../kernel/calendar/index.js';

/** What a browser sends: names with what was typed. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parts of a date that are wrong are marked by themselves. */
export type DatePart = 'day' | 'month' | 'year';

export type Reading<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly problem: string; readonly parts?: readonly DatePart[] };

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

export interface Question<T> {
  readonly kind: 'date' | 'text' | 'textarea' | 'radios' | 'checkboxes' | 'select';
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  read(typed: Typed, name: string, today: CivilDate): Reading<T>;
  /** For the check page, and for the two versions of a conflict. */
  shown(value: T): string;
}

export type Questions = Readonly<Record<string, Question<unknown>>>;

export type Answers<Q extends Questions> = {
  readonly [N in keyof Q]: Q[N] extends Question<infer T> ? T : never;
};

export const textOf = (value: Typed[string]): string => (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();

export const listOf = (value: Typed[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
