// Turns a condition into a test that runs fast, together with the facts and flags on which it turns.
import type { Condition, Operand } from './expression.js';
import { factAt, flagAt } from './facts.js';
import type { Known } from './facts.js';
import type { Reckoning, Reads } from './reckoning.js';
import { readsOf } from './reckoning.js';

export interface Test extends Reads {
  at(known: Known): boolean;
}

export function compileCondition(c: Condition, reckon: (operand: Operand) => Reckoning): Test {
  if ('fact' in c) return { facts: [c.fact], flags: [], at: (known) => factAt(known, c.fact) !== undefined };
  if ('noFact' in c) return { facts: [c.noFact], flags: [], at: (known) => factAt(known, c.noFact) === undefined };
  if ('flag' in c) return { facts: [], flags: [c.flag], at: flagTest(c) };
  if ('before' in c) {
    const [a, b] = [reckon(c.before[0]), reckon(c.before[1])];
    const at = (known: Known) => {
      const [first, second] = [a.at(known), b.at(known)];
      return first !== undefined && second !== undefined && first.on < second.on;
    };
    return { ...readsOf([a, b]), at };
  }
  const parts = ('all' in c ? c.all : c.any).map((part) => compileCondition(part, reckon));
  const at =
    'all' in c
      ? (known: Known) => parts.every((part) => part.at(known))
      : (known: Known) => parts.some((part) => part.at(known));
  return { ...readsOf(parts), at };
}

function flagTest(c: Extract<Condition, { flag: string }>): Test['at'] {
  if ('is' in c) return (known) => flagAt(known, c.flag) === c.is;
  if ('isNot' in c) return (known) => flagAt(known, c.flag) !== c.isNot;
  return (known) => {
    const value = flagAt(known, c.flag);
    return value !== undefined && c.in.includes(value);
  };
}
