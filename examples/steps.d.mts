// The types of steps.mjs, for the test that takes the same steps.
export interface Step {
  readonly on?: string;
  readonly who: string;
  readonly what: string;
  readonly told: boolean;
  readonly post: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer?: string;
  readonly expect?: string;
}

export interface Example {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly born: string;
  readonly replay: { readonly from: string; readonly to: string };
  readonly steps: readonly Step[];
}

export interface Taken {
  readonly number: number;
  readonly step: Step;
  readonly outcome: string;
  readonly rule?: string;
  readonly detail?: string;
}

export interface Entered {
  readonly ids: Readonly<Record<string, string>>;
  readonly taken: readonly Taken[];
  readonly position: string;
}

export type Send = (
  method: 'GET' | 'POST',
  path: string,
  asking: { readonly as: string; readonly key?: string; readonly after?: string; readonly body?: object },
) => Promise<{ readonly status: number; readonly body: never }>;

export interface Row {
  readonly key: string;
  readonly subjectId: string;
  readonly rule: string;
  readonly title: string;
  readonly dueOn: string;
  readonly status: string;
  readonly subject: string;
}

export interface Deadline extends Row {
  readonly kind: string;
  readonly opensOn: string | null;
  readonly metOn: string | null;
}

export interface Month {
  readonly on: string;
  readonly age: { readonly years: number; readonly months: number };
  readonly stage?: string;
  readonly leads: string;
  readonly leadsName: string;
  readonly inACrisis?: string;
  readonly closed?: { readonly on: string; readonly destination: string };
  readonly milestones: readonly string[];
  readonly nextStep?: { readonly id: string; readonly title: string; readonly closesOn?: string };
  readonly past18?: { readonly since: string; readonly days: number; readonly reason?: string };
  readonly bridging?: { readonly since: string; readonly days: number };
  readonly lastEvent: { readonly type: string; readonly occurredOn: string } | null;
  readonly deadlines: readonly Deadline[];
  /** Of the contacts that the joint plan promised, those whose day has come (TRN-08). */
  readonly contacts: readonly Deadline[];
  readonly due: readonly Row[];
  readonly missed: readonly Row[];
}

export function enter(example: Example, send: Send, tell?: (taken: Taken) => void): Promise<Entered>;
export function replay(example: Example, entered: Entered, send: Send): Promise<Month[]>;
export function asOf(on: string, example: Example, ids: Entered['ids'], send: Send, position?: string): Promise<Month>;
export function monthEnds(from: string, to: string): string[];
export function ageOn(born: string, on: string): { years: number; months: number };
