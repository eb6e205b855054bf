// The shape of a rule pack: law, protocol and standards as dated data, one JSON file for each version.
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Force, Kind } from './deadline.js';
import type { Condition, Operand } from './expression.js';
import type { Protocol } from './protocol-steps.js';

/** All of these, any of these, or one. The date on which a rule is met. */
export type Met = string | readonly string[] | { readonly anyOf: readonly string[] };

export interface Rule {
  /** The rule's ID (`EHC-22`) and the name of this deadline under it, unique within the scope. */
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly force: Force;
  readonly source: string;
  readonly scope: string;
  /** `deadline` when left out. */
  readonly kind?: Kind;
  readonly due: Operand;
  readonly opens?: Operand;
  /** The setting whose other reading is shown beside the date. */
  readonly compare?: string;
  readonly when?: Condition;
  readonly met?: Met;
  /** Facts that show that somebody began. */
  readonly began?: readonly string[];
  /** Facts that show it only with the document that proves them. Where a return tells of them, whether it was done is not known. */
  readonly beganEvidenced?: readonly string[];
  /** Facts that end it while it is unmet. What was met before stays met. */
  readonly cancelledBy?: readonly string[];
  /** Facts after which it can no longer be done: unmet and late, it is missed, and nobody is asked for it any more. */
  readonly lapsesBy?: readonly string[];
  /** The first day on which nothing is asked any more, whether it was done or not. */
  readonly lapses?: Operand;
  readonly note?: string;
}

/** A choice between readings (`options`), or a service standard in whole units (`unit`). */
export type Setting = {
  readonly id: string;
  readonly title: string;
  /** The fact whose day says which choice governs; left out, the day on which the subject began. Two subjects then turn on one reading. */
  readonly begins?: string;
} & (
  | { readonly default: string; readonly options: Readonly<Record<string, string>> }
  | {
      readonly default: number;
      readonly unit: string;
      /** 0 where the day itself may be meant; left out, 1. */
      readonly least?: 0;
    }
);

/** One kind of subject that the rules speak about, with the words for its facts and the values of its flags. */
export interface Scope {
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly flags?: Readonly<Record<string, readonly string[]>>;
  /** Facts that end the case itself: what they cancel is missed if it was late by then. */
  readonly ends?: readonly string[];
}

export interface Band {
  readonly label: string;
  /** First and last day of the band; without `to` it is open. */
  readonly from: number;
  readonly to?: number;
}

export interface BandTable {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** With several tables of one id: the option of a setting under which this one applies. */
  readonly when?: { readonly setting: string; readonly is: string };
  readonly bands: readonly Band[];
}

export interface RulePack {
  readonly pack: string;
  readonly version: number;
  readonly title: string;
  readonly pathway: string;
  /** Where several packs of a pathway are in force side by side (two readings of a protocol); one of them is `preferred`. */
  readonly variant?: string;
  readonly preferred?: boolean;
  /** The days on which a case that starts takes this pack. `to` is the last of them. */
  readonly inForce: { readonly from: CivilDate; readonly to?: CivilDate };
  readonly notes?: readonly string[];
  readonly settings: readonly Setting[];
  readonly scopes: Readonly<Record<string, Scope>>;
  /** Dates that several rules share: `{"named": "yearEnd"}`. */
  readonly named?: Readonly<Record<string, Operand>>;
  readonly rules: readonly Rule[];
  readonly protocol?: Protocol;
  readonly bands?: readonly BandTable[];
}
