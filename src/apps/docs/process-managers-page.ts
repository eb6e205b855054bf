// The page of process managers and timers, made from what they declare and from their data.
import { processManagers } from '../cases.js';
import { civilDate } from '../../kernel/calendar/index.js';
import { kindOf, taskKinds, taskPackOn } from '../../engine/tasks/domain/kinds.js';
import { allRules } from '../../rules/all-rules.js';
import { shippedPacks } from '../../rules/packs.js';
import { daysAhead } from '../../cases/ehc-plan/term-lists/coming-lists.js';
import { timerRules, type TimerRule } from '../../engine/tasks/timers/timer-rules.js';

export function processManagersPage(): string {
  return [
    '# Process managers and timers',
    '',
    'What happens by itself after something did, or did not, happen. The effect is always a task: a thing for a named role to do, with a date, a rule and the',
    'event that gave cause for it. Tasks are listed by `GET /api/v1/tasks`, and their dates stand in the worklist. Why it is built like this:',
    '[docs/adr/0015-what-follows-is-done-once-in-effect.md](adr/0015-what-follows-is-done-once-in-effect.md).',
    'Made by `npm run docs` from the code and its data; a test fails when it is out of date.',
    '',
    '## Process managers',
    '',
    'They follow the events in order. A correction or withdrawal of the cause moves or withdraws the task; a fact that settles it closes it.',
    '',
    ...table(
      ['manager', 'when', 'then', 'rules'],
      processManagers.map(({ name, words }) => [`\`${name}\``, words.when, words.then, words.rules.join(', ')]),
    ),
    '',
    '## Timers',
    '',
    'They look at the dates of the cases by the clock (Europe/London). Each date has one reminder and one holding message at most; when the date moves, the old one is',
    'withdrawn. A reminder is done by the step it reminds of. A date that passed before it was first seen has no reminder: it is overdue in the worklist.',
    'The days are data: `src/engine/tasks/timers/timers.json`.',
    '',
    ...table(['date', 'rule', 'reminder', 'holding message to the family (R13)', 'role'], dates()),
    '',
    `Term lists (EHC-11) have a timer of their own, once a day and whenever a list was sent: ${daysAhead} days before the lists of a term are due, while one of them has not`,
    'been sent to all, there is one task for the term and its authority. It is done when all are sent, and goes when the term has begun',
    '(`src/cases/ehc-plan/term-lists/coming-lists.json`, [ADR 23](adr/0023-a-task-about-a-term-and-about-no-one.md)).',
    '',
    'An override of consent (TRN-44) is told to whoever holds a case of the young person, within seconds of being recorded: one task for each role and pathway,',
    'also for those who come to hold a case while the override lasts. It says what is shared with whom, on what ground, who authorised it and until when, and is done by being read.',
    '',
    '## Kinds of tasks',
    '',
    'Whose they are stands in `src/engine/tasks/domain/kinds.json`, the days in the rule pack `tasks-2026` (a pack of the case may say otherwise for TRN-27).',
    '',
    ...table(['kind', 'words', 'rule', 'days', 'role'], kinds()),
    '',
  ].join('\n');
}

/** Packs are in force from a day on; these are the ones in force now. */
const newest = civilDate('2026-06-01');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** The rule that gives the date. */
function ruleOf({ pathway, scope, key }: TimerRule): { readonly id: string; readonly title: string } {
  const rule = shippedPacks.flatMap(allRules).find((each) => each.scope === scope && each.key === key);
  if (!rule) throw new Error(`timers.json names ${pathway} ${scope} ${key}, which no rule gives`);
  return rule;
}

function dates(): string[][] {
  const nameOf = ({ pathway, scope, key }: TimerRule) => `${pathway} ${scope} ${key}`;
  const first = timerRules.filter(
    (rule, index) => timerRules.findIndex((one) => nameOf(one) === nameOf(rule)) === index,
  );
  return first.map((date) => {
    const { id, title } = ruleOf(date);
    const rules = timerRules.filter((rule) => nameOf(rule) === nameOf(date));
    const reminder = rules.find(({ kind }) => kind === 'reminder');
    const message = rules.find(({ kind }) => kind === 'holding-message');
    return [
      `${title} (${date.scope})`,
      id,
      reminder ? `${reminder.to} days before` : 'none',
      message ? messageWords(message) : 'none',
      date.role,
    ];
  });
}

const messageWords = ({ needs }: TimerRule): string =>
  [
    ...needs.map(
      ({ days, unless, rule }) =>
        `when less than ${days} days are left and none of ${unless.join(', ')} is on record (${rule})`,
    ),
    'when the date has passed',
  ].join('; ');

function kinds(): string[][] {
  return taskKinds().map((kind) => {
    const { rules, settings } = taskPackOn(newest, kind);
    const rule = rules.find(({ key }) => key === kind);
    const { setting, role } = kindOf(kind);
    const days = settings.find(({ id }) => id === setting)?.default;
    return [
      kind,
      rule?.title ?? (kind === 'term-lists-due' ? 'Term lists are due' : 'Reminder of a date'),
      rule?.id ?? (kind === 'term-lists-due' ? 'EHC-11' : 'that of the date'),
      String(days ?? 'the date itself'),
      role,
    ];
  });
}
