// The standards of waiting lists, from their data file, checked when it is read.
import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { anyClockStops, pathways, urgencies } from '../domain/codes.js';
import content from './standards.json' with { type: 'json' };

const oneOf = <T extends string>(codes: readonly T[]) => Type.Union(codes.map((code) => Type.Literal(code)));
const day = Type.Unsafe<CivilDate>(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));
const closed = { additionalProperties: false };

const Standard = Type.Object(
  {
    rule: Type.String({ pattern: '^WAIT-\\d{2}$' }),
    key: Type.String(),
    title: Type.String(),
    force: oneOf(['national', 'local']),
    source: Type.String(),
    of: oneOf(['waiting', 'helped']),
    pathway: oneOf(pathways),
    services: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    urgencies: Type.Optional(Type.Array(oneOf(urgencies), { minItems: 1 })),
    endedBy: Type.Optional(Type.Array(oneOf(anyClockStops), { minItems: 1 })),
    days: Type.Integer({ minimum: 1 }),
    aims: Type.Array(
      Type.Object({ from: day, to: Type.Optional(day), percent: Type.Integer({ minimum: 1, maximum: 100 }) }, closed),
    ),
    note: Type.Optional(Type.String()),
  },
  closed,
);
export type Standard = Static<typeof Standard>;

const File = Type.Object(
  {
    version: Type.String(),
    note: Type.String(),
    standards: Type.Array(Standard),
    spells: Type.Object(
      {
        rule: Type.Literal('WAIT-21'),
        pathway: oneOf(pathways),
        joinsWithinDays: Type.Integer({ minimum: 0 }),
        crisisServices: Type.Array(Type.String()),
        note: Type.String(),
      },
      closed,
    ),
  },
  closed,
);

const file = Value.Decode(File, content);

export const standards: readonly Standard[] = file.standards;
export const spellRule = file.spells;

/** The share in per cent that is asked for on a day; undefined when the papers print none for it. */
export const aimOn = ({ aims }: Pick<Standard, 'aims'>, on: CivilDate): number | undefined =>
  aims.find(({ from, to }) => from <= on && (to === undefined || on <= to))?.percent;
