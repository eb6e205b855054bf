// Compiles a pack under the settings in use, once, and keeps it.
import { invalid, notFound } from '../kernel/errors.js';
import { compileCondition } from './compile-condition.js';
import type { Test } from './compile-condition.js';
import { compileExpression } from './compile-expression.js';
import type { Vocabulary } from './compile-expression.js';
import type { Operand } from './expression.js';
import type { Settings } from './facts.js';
import type { Reads, Reckoning } from './reckoning.js';
import { readsOf } from './reckoning.js';
import type { Rule, RulePack, Scope } from './rule-pack.js';
import { allRules } from './all-rules.js';
import { canBeMissed } from './deadline.js';
import { chosenNumber, chosenOption, otherOption } from './settings.js';

export interface CompiledRule extends Rule {
  readonly reckonDue: Reckoning;
  readonly reckonOpens?: Reckoning;
  readonly reckonLapses?: Reckoning;
  readonly reckonOther?: { readonly setting: string; readonly label: string; readonly due: Reckoning };
  readonly applies?: Test;
  /** Facts that make up the met date, and whether all or any of them do. */
  readonly metFacts: readonly string[];
  readonly metBy: 'all' | 'any';
  readonly beganFacts: readonly string[];
  readonly beganEvidenced: readonly string[];
  readonly lapsesBy: readonly string[];
  /** Everything that can change the date or whether there is one. */
  readonly turnsOn: Reads;
}

export interface CompiledPack {
  readonly rulesOf: (scope: string) => readonly CompiledRule[];
  readonly reckon: (scope: string, operand: Operand) => Reckoning;
}

const kept = new WeakMap<RulePack, Map<string, CompiledPack>>();

export function compiled(pack: RulePack, settings?: Settings): CompiledPack {
  const bySettings = kept.get(pack) ?? new Map<string, CompiledPack>();
  kept.set(pack, bySettings);
  const key = settings === undefined ? '' : pack.settings.map(({ id }) => settings[id] ?? '').join('|');
  let found = bySettings.get(key);
  if (found === undefined) bySettings.set(key, (found = compilePack(pack, settings ?? {})));
  return found;
}

function compilePack(pack: RulePack, settings: Settings): CompiledPack {
  const rules = new Map<string, CompiledRule[]>(Object.keys(pack.scopes).map((scope) => [scope, []]));
  for (const rule of allRules(pack)) rules.get(rule.scope)?.push(compileRule(pack, rule, settings));
  const reckonings = new Map<Operand, Reckoning>();
  return {
    rulesOf: (scope) => {
      const found = rules.get(scope);
      if (found === undefined) throw notFound('scope', `${pack.pack} v${pack.version} ${scope}`);
      return found;
    },
    reckon: (scope, operand) => {
      let found = reckonings.get(operand);
      if (found === undefined)
        reckonings.set(operand, (found = compileExpression(operand, vocabulary(pack, scope, settings))));
      return found;
    },
  };
}

function compileRule(pack: RulePack, rule: Rule, settings: Settings): CompiledRule {
  const words = vocabulary(pack, rule.scope, settings);
  const reckon = (operand: Operand) => compileExpression(operand, words);
  const maybe = (operand: Operand | undefined) => (operand === undefined ? undefined : reckon(operand));
  const [due, opens, lapses] = [reckon(rule.due), maybe(rule.opens), maybe(rule.lapses)];
  const applies = rule.when && compileCondition(rule.when, reckon);
  const { met = [], cancelledBy = [], compare } = rule;
  const metFacts = typeof met === 'string' ? [met] : 'anyOf' in met ? met.anyOf : met;
  const ends = pack.scopes[rule.scope]?.ends ?? [];
  // A period runs out and a bar is lifted: neither can be missed.
  const lapsesBy = canBeMissed(rule.kind ?? 'deadline')
    ? [...(rule.lapsesBy ?? []), ...cancelledBy.filter((name) => ends.includes(name))]
    : [];
  return {
    ...rule,
    reckonDue: due,
    reckonOpens: opens,
    reckonLapses: lapses,
    reckonOther: compare === undefined ? undefined : otherReading(pack, rule, compare, settings),
    applies,
    metFacts,
    metBy: typeof met !== 'string' && 'anyOf' in met ? 'any' : 'all',
    beganFacts: [...(rule.began ?? []), ...metFacts],
    beganEvidenced: rule.beganEvidenced ?? [],
    lapsesBy,
    turnsOn: readsOf([due, opens, lapses, applies, { facts: [...cancelledBy, ...lapsesBy], flags: [] }]),
  };
}

function otherReading(pack: RulePack, rule: Rule, setting: string, settings: Settings): CompiledRule['reckonOther'] {
  const { option, meaning } = otherOption(pack, setting, settings);
  const words = vocabulary(pack, rule.scope, { ...settings, [setting]: option });
  return { setting, label: `${option}: ${meaning}`, due: compileExpression(rule.due, words) };
}

function vocabulary(pack: RulePack, scopeName: string, settings: Settings): Vocabulary {
  const scope: Scope | undefined = pack.scopes[scopeName];
  return {
    label: (fact) => scope?.facts[fact] ?? fact,
    named: (name) => {
      const found = pack.named?.[name];
      if (found === undefined) throw invalid(name, `${pack.pack} v${pack.version} has no date of this name`);
      return found;
    },
    number: (amount) => (typeof amount === 'number' ? amount : chosenNumber(pack, amount.setting, settings)),
    chosen: (setting) => chosenOption(pack, setting, settings),
  };
}
