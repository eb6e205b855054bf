// Turns an expression of a rule pack into a reckoning: once for each rule, not once for each date.
import { formatDate } from '../kernel/calendar/index.js';
import { sumOf } from './arithmetic.js';
import { compileCondition } from './compile-condition.js';
import type { Amount, Arithmetic, Choice, Expression, Operand } from './expression.js';
import { factAt } from './facts.js';
import type { Known } from './facts.js';
import { readsOf } from './reckoning.js';
import type { Moment, Reckoning } from './reckoning.js';

/** What the words of an expression mean within one scope of one pack, under the settings in use. */
export interface Vocabulary {
  /** How a person calls a fact. */
  label(fact: string): string;
  named(name: string): Operand;
  number(amount: Amount): number;
  /** The option chosen for a setting, and its meaning in words. */
  chosen(setting: string): { readonly option: string; readonly meaning: string };
}

export function compileExpression(operand: Operand, words: Vocabulary): Reckoning {
  if (typeof operand === 'string') return fromFact(operand, words.label(operand));
  return isChoice(operand) ? choice(operand, words) : arithmetic(operand, words);
}

const CHOICES = ['on', 'named', 'earliest', 'latest', 'firstKnown', 'choose', 'reading'];
const isChoice = (e: Expression): e is Choice => CHOICES.some((key) => key in e);

function fromFact(name: string, label: string): Reckoning {
  return {
    facts: [name],
    flags: [],
    at: (known) => {
      const fact = factAt(known, name);
      return fact && { on: fact.on, fact: name };
    },
    say: (known) => {
      const { on, supposed } = factAt(known, name)!;
      return `${formatDate(on)} (${supposed === true ? `if so: ${label}` : label})`;
    },
  };
}

function arithmetic(e: Arithmetic, words: Vocabulary): Reckoning {
  const sum = sumOf(e, (amount) => words.number(amount));
  const from = compileExpression(sum.operand, words);
  const cited = e.rule === undefined ? '' : ` (${e.rule})`;
  const at = (known: Known): Moment | undefined => {
    const start = from.at(known);
    return start && { on: sum.apply(start.on), fact: start.fact };
  };
  const say = (known: Known, sentences: string[]): string => {
    const start = from.say(known, sentences);
    const end = formatDate(at(known)!.on);
    sentences.push(sum.words(start, end) + cited);
    return end;
  };
  return { facts: from.facts, flags: from.flags, at, say };
}

function choice(e: Choice, words: Vocabulary): Reckoning {
  if ('on' in e) return fromFact(e.on, words.label(e.on));
  if ('named' in e) return compileExpression(words.named(e.named), words);
  if ('earliest' in e) return extreme('earliest', e.earliest, (a, b) => a < b, words);
  if ('latest' in e) return extreme('latest', e.latest, (a, b) => a > b, words);
  if ('firstKnown' in e)
    return firstOf(
      e.firstKnown.map((then) => ({ then })),
      words,
    );
  if ('choose' in e) return firstOf(e.choose, words);
  const { option, meaning } = words.chosen(e.reading);
  const read = compileExpression(e.of[option]!, words);
  const say = (known: Known, sentences: string[]): string => {
    const end = read.say(known, sentences);
    sentences.push(`read as ${option} (${e.reading}): ${meaning}`);
    return end;
  };
  return { ...read, say };
}

type Wins = (a: string, b: string) => boolean;

function extreme(name: string, members: readonly Operand[], wins: Wins, words: Vocabulary): Reckoning {
  const parts = members.map((member) => compileExpression(member, words));
  const at = (known: Known): Moment | undefined => {
    let best: Moment | undefined;
    for (const part of parts) {
      const moment = part.at(known);
      if (moment && (best === undefined || wins(moment.on, best.on))) best = moment;
    }
    return best;
  };
  const say = (known: Known, sentences: string[]): string => {
    const dates = parts.filter((part) => part.at(known)).map((part) => part.say(known, sentences));
    if (dates.length === 1) return dates[0]!;
    const end = formatDate(at(known)!.on);
    sentences.push(`the ${name} of ${dates.slice(0, -1).join(', ')} and ${dates.at(-1)} is ${end}`);
    return end;
  };
  return { ...readsOf(parts), at, say };
}

function firstOf(branches: Extract<Choice, { choose: unknown }>['choose'], words: Vocabulary): Reckoning {
  const reckon = (operand: Operand) => compileExpression(operand, words);
  const ways = branches.map(({ when, then }) => ({ test: when && compileCondition(when, reckon), then: reckon(then) }));
  // A branch whose condition holds is taken even when its date is not known: no other branch may stand in for it.
  const taken = (known: Known) =>
    ways.find(({ test, then }) => (test ? test.at(known) : then.at(known) !== undefined))?.then;
  return {
    ...readsOf(ways.flatMap(({ test, then }) => [test, then])),
    at: (known) => taken(known)?.at(known),
    say: (known, sentences) => taken(known)!.say(known, sentences),
  };
}
