// Reads a rule pack from JSON and refuses it, with every mistake named, before any date is reckoned from it.
import { isCivilDate } from '../kernel/calendar/index.js';
import { OnwardError } from '../kernel/errors.js';
import type { FieldProblem } from '../kernel/errors.js';
import { allRules } from './all-rules.js';
import { checkCondition, checkExpression, checkFact } from './check-expression.js';
import type { Words } from './check-expression.js';
import type { Rule, RulePack } from './rule-pack.js';

/** Whose prefix it is, a pathway says: `EHC-22`, `TRN-B2.2`. */
const RULE_ID = /^([A-Z]{2,8}-[A-Z]?\d+(\.\d+)?|R\d+)$/;
const FORCES: readonly unknown[] = ['law', 'national', 'local', 'practice'];
const KINDS: readonly unknown[] = ['deadline', 'target', 'window', 'planning', 'period', 'notBefore'];

type Say = (where: string, problem: string) => void;

/** The pack, checked. `file` is its name for the message. */
export function checkPack(json: unknown, file: string): RulePack {
  const fields: FieldProblem[] = [];
  const say: Say = (where, problem) => fields.push({ field: `${file}: ${where}`, problem });
  const pack = json as RulePack;
  checkHead(pack, say);
  if (fields.length === 0) checkBody(pack, say);
  if (fields.length === 0) return pack;
  const detail = fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
  throw new OnwardError('invalid-input', { detail: `This rule pack cannot be used. ${detail}`, fields });
}

function checkHead(pack: Partial<RulePack> | null, say: Say): void {
  if (typeof pack !== 'object' || pack === null) return say('pack', 'is not a JSON object');
  const { inForce, settings, scopes, rules, version } = pack;
  for (const key of ['pack', 'title', 'pathway'] as const)
    if (typeof pack[key] !== 'string' || pack[key] === '') say(key, 'is missing');
  if (!Number.isInteger(version) || Number(version) < 1) say('version', 'must be a whole number, at least 1');
  if (!isCivilDate(inForce?.from)) say('inForce', 'needs the date "from" which it applies');
  if (inForce?.to !== undefined && !isCivilDate(inForce.to)) say('inForce', '"to" is not a date');
  if (!Array.isArray(settings)) say('settings', 'must be a list');
  if (!Array.isArray(rules)) say('rules', 'must be a list');
  if (typeof scopes !== 'object') say('scopes', 'is missing');
}

function checkBody(pack: RulePack, say: Say): void {
  const settings = new Map(
    pack.settings.map((each) => [each.id, 'options' in each ? Object.keys(each.options) : undefined]),
  );
  for (const each of pack.settings)
    if ('options' in each) {
      if (!(each.default in each.options)) say(`setting ${each.id}`, 'the default is not one of its values');
    } else if (!Number.isInteger(each.default) || each.default < (each.least ?? 1))
      say(`setting ${each.id}`, `the default must be a whole number, at least ${each.least ?? 1}`);
  for (const { id, begins } of pack.settings)
    if (begins !== undefined && !Object.values(pack.scopes).some(({ facts }) => begins in facts))
      say(`setting ${id}`, `no scope has the fact ${begins}`);
  const wordsOf = (scope: string): Words => {
    const { facts = {}, flags = {} } = pack.scopes[scope] ?? {};
    return { facts, flags, named: pack.named ?? {}, settings };
  };
  for (const [scope, { ends = [] }] of Object.entries(pack.scopes))
    for (const name of ends) checkFact(name, wordsOf(scope), (problem) => say(`scope ${scope}`, `ends: ${problem}`));
  const seen = new Set<string>();
  for (const rule of allRules(pack)) {
    const where = `rule ${rule.id} (${rule.key})`;
    if (!(rule.scope in pack.scopes)) say(where, `there is no scope ${rule.scope}`);
    else checkRule(rule, wordsOf(rule.scope), (problem) => say(where, problem));
    if (seen.has(`${rule.scope}/${rule.key}`)) say(where, 'the key is used twice in its scope');
    seen.add(`${rule.scope}/${rule.key}`);
  }
  checkProtocol(pack, wordsOf, say);
}

function checkRule(rule: Rule, words: Words, tell: (problem: string) => void): void {
  const {
    id,
    title,
    source,
    force,
    kind = 'deadline',
    due,
    opens,
    lapses,
    compare,
    when,
    met = [],
    began,
    beganEvidenced,
    cancelledBy,
    lapsesBy,
  } = rule;
  if (!RULE_ID.test(id)) tell('is not the ID of a rule');
  if (!title || !source) tell('needs a title and a source');
  if (!FORCES.includes(force)) tell(`force must be one of ${FORCES.join(', ')}`);
  if (!KINDS.includes(kind)) tell(`kind must be one of ${KINDS.join(', ')}`);
  const facts = typeof met === 'string' ? [met] : 'anyOf' in met ? met.anyOf : met;
  if (facts.length === 0 && kind !== 'period') tell('nothing could ever meet it: name the fact in "met"');
  if (kind === 'window' && opens === undefined) tell('a window needs "opens"');
  checkExpression(due, words, (why) => tell(`due: ${why}`));
  if (opens !== undefined) checkExpression(opens, words, (why) => tell(`opens: ${why}`));
  if (lapses !== undefined) checkExpression(lapses, words, (why) => tell(`lapses: ${why}`));
  if (when !== undefined) checkCondition(when, words, (why) => tell(`when: ${why}`));
  if (compare !== undefined && words.settings.get(compare) === undefined) tell(`compare: no readings ${compare}`);
  const named = { met: facts, began, beganEvidenced, cancelledBy, lapsesBy };
  for (const [key, names] of Object.entries(named))
    for (const name of names ?? []) checkFact(name, words, (why) => tell(`${key}: ${why}`));
}

function checkProtocol({ protocol }: RulePack, wordsOf: (scope: string) => Words, say: Say): void {
  if (protocol === undefined) return;
  const words = wordsOf(protocol.scope);
  const stages = protocol.stages.map(({ id }) => id);
  for (const { id, from, until } of [...protocol.stages, ...protocol.steps])
    for (const operand of [from, until])
      if (operand !== undefined) checkExpression(operand, words, (why) => say(`protocol ${id}`, why));
  for (const { id, stage, milestone, fact } of protocol.steps) {
    if (!stages.includes(stage)) say(`step ${id}`, `there is no stage ${stage}`);
    if (!protocol.milestones.includes(milestone)) say(`step ${id}`, `there is no milestone ${milestone}`);
    checkFact(fact, words, (why) => say(`step ${id}`, why));
  }
}
