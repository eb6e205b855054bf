// The registry of rule packs: which one a case takes when it starts, and the one that an older case pinned.
import type { CivilDate } from '../kernel/calendar/index.js';
import { invalid, notFound } from '../kernel/errors.js';
import type { RulePack } from './rule-pack.js';

export interface Packs {
  readonly all: readonly RulePack[];
  /** The pack that a case starting on this day takes: the latest that is in force (EHC-93). */
  readonly packInForce: (pathway: string, on: CivilDate, variant?: string) => RulePack;
  /** The pack that a case has pinned, however old. */
  readonly packByVersion: (pack: string, version: number) => RulePack;
}

export function registerPacks(all: readonly RulePack[]): Packs {
  const byVersion = new Map<string, RulePack>();
  for (const pack of all) {
    const name = `${pack.pack} v${pack.version}`;
    if (byVersion.has(name)) throw invalid(name, 'two rule packs have this name and version');
    byVersion.set(name, pack);
  }
  const newestFirst = [...all].sort((a, b) => (newer(a, b) ? -1 : 1));
  return {
    all,
    packInForce: (pathway, on, variant) => {
      const inForce = newestFirst.filter((pack) => pack.pathway === pathway && isInForce(pack, on));
      const fits = (pack: RulePack) => (variant === undefined ? isDefault(pack) : pack.variant === variant);
      const found = inForce.find(fits);
      if (found === undefined) throw notFound('rule pack in force', [pathway, variant, on].filter(Boolean).join(' '));
      return found;
    },
    packByVersion: (pack, version) => {
      const found = byVersion.get(`${pack} v${version}`);
      if (found === undefined) throw notFound('rule pack', `${pack} v${version}`);
      return found;
    },
  };
}

const isInForce = ({ inForce }: RulePack, on: CivilDate): boolean =>
  inForce.from <= on && (inForce.to === undefined || on <= inForce.to);

const isDefault = ({ variant, preferred }: RulePack): boolean => variant === undefined || preferred === true;

const newer = (a: RulePack, b: RulePack): boolean =>
  a.inForce.from === b.inForce.from ? a.version > b.version : a.inForce.from > b.inForce.from;
