// The rules of a pack together with those that follow from the steps of its protocol.
import type { Rule, RulePack } from './rule-pack.js';

export function allRules({ rules, protocol }: RulePack): readonly Rule[] {
  if (protocol === undefined) return rules;
  const { scope, steps, cancelledBy } = protocol;
  return steps.reduce<Rule[]>(
    (all, { id, title, force, source, kind, until, from, when, fact, lapsesBy = [], note }) => {
      if (until === undefined) return all;
      const named = { id, key: id, title, force, source, scope, kind, note };
      const ending = { cancelledBy: [...cancelledBy, ...lapsesBy], lapsesBy };
      return [...all, { ...named, due: until, opens: from, when, met: fact, ...ending }];
    },
    [...rules],
  );
}
