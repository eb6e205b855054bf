// Figures that were published: what stood there, by which profile, of which day. They stay so whatever is known or forgotten later (docs/adr/0050).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { invalid } from '../../../kernel/errors.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';

export const figureNames = ['waits', 'steps', 'phases', 'lacks', 'destinations', 'gates'] as const;
export type FigureName = (typeof figureNames)[number];

/** Which figures were published together. */
export const reportNames = ['area'] as const;
export type ReportName = (typeof reportNames)[number];

/** The profiles by which figures leave; what is internal does not. */
export const publicProfiles = ['MH_PUBLIC', 'SOUTHEND_PUBLIC', 'DFE_RETURN'] as const;
export type PublicProfile = (typeof publicProfiles)[number];

/** A figure as it stood there. What was a star is not in it, and never was: nobody can look it up afterwards (REC-42). */
export interface RecordedFigure {
  readonly figure: FigureName;
  /** Version of its definition. */
  readonly definition: number;
  /** REC-42: no star made it safe, so nothing of it was shown. */
  readonly withheld: boolean;
  /** Of its counts, as they stood there: one that a later version adds was not a star. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly row: string;
    readonly counts: readonly { readonly column: string; readonly count: number }[];
  }[];
}

export const publicationEvents = {
  /** Occurs on the day on which they were published. */
  published: defineEvent('FiguresPublished', {
    report: field.code(reportNames),
    profile: field.code(publicProfiles),
    asOf: field.date(),
    by: field.account(),
    figures: field.list(
      field.object({
        figure: field.code(figureNames),
        definition: field.whole(),
        withheld: field.flag(),
        columns: field.list(field.id()),
        rows: field.list(
          field.object({
            row: field.id(),
            counts: field.list(field.object({ column: field.id(), count: field.whole() })),
          }),
        ),
      }),
    ),
    /** The choices of the area's settings under which the dates were reckoned, by their events. */
    settings: field.list(field.id()),
    /** Up to where everything that was recorded counted: the lists showed all of it. */
    position: field.optional(field.position()),
  }),
};

export type PublicationFact = FactOf<typeof publicationEvents>;
export type PublicationEvent = PastEventOf<typeof publicationEvents>;

export interface Publication {
  readonly report: ReportName;
  readonly profile: PublicProfile;
  readonly asOf: CivilDate;
  readonly by: string;
  readonly figures: readonly RecordedFigure[];
  readonly settings: readonly string[];
  readonly position?: string;
}

export interface Publish extends Publication {
  readonly type: 'Publish';
  readonly on: CivilDate;
}

export type PublicationState = {
  readonly published?: Publication & { readonly on: CivilDate; readonly at: string; readonly eventId: string };
};

/** One stream for each report, profile and day: they are published once. */
export const publication: CaseType<Publish, PublicationState, PublicationFact> = {
  category: 'publication',
  noun: 'publication of figures',
  events: publicationEvents,
  initial: {},
  decide,
  evolve: (state, { data, occurredOn, recordedAt, id }) =>
    state.published ? state : { published: { ...data, on: occurredOn, at: recordedAt, eventId: id } },
  subjectOf: () => undefined,
};

/** Error: `invalid-input` for a day that has not ended: what it counts can still change by itself. What was published already adds nothing. */
function decide({ type: _, on, ...publishing }: Publish, { published }: PublicationState): readonly PublicationFact[] {
  if (publishing.asOf >= on)
    throw invalid('asOf', 'must be a day that has ended: figures of a day are those of its end');
  const { figures, settings, ...rest } = publishing;
  return published
    ? []
    : [publicationEvents.published.fact(on, { ...rest, figures: figures.map(written), settings: [...settings] })];
}

const written = ({ rows, columns, ...figure }: RecordedFigure) => ({
  ...figure,
  columns: [...columns],
  rows: rows.map(({ row, counts }) => ({ row, counts: counts.map((each) => ({ ...each })) })),
});
