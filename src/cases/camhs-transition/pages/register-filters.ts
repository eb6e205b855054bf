// The filters of the register: gates with their counts as links, the rest as fields; what is chosen can be shared and taken away.
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import type { TransitionCounts } from '../queries/transition-counts.js';

export type Given = Readonly<Record<string, string>>;

const gateNames: Readonly<Record<string, string>> = {
  y9: 'Year 9',
  '14': '14',
  '17': '17',
  '17-6': '17 and a half',
  '18': '18',
  'past-18': 'Past 18',
  'not-known': 'No birth date',
};

export const gateWords = (gate: string): string => gateNames[gate] ?? gate;

/** Past 18 first: nobody there may be forgotten (TRN-02). An empty gate is no link. */
export function gateLinks({ gates }: TransitionCounts, given: Given) {
  const { gate: chosen, cursor: _, ...others } = given;
  const order = ['past-18', '18', '17-6', '17', '14', 'y9', 'not-known'];
  return order
    .map((gate) => ({ gate, cases: gates.find((one) => one.gate === gate)?.cases ?? 0 }))
    .filter(({ gate, cases }) => gate !== 'not-known' || cases > 0)
    .map(({ gate, cases }) => ({
      text:
        gate === 'past-18'
          ? 'past 18'
          : gate === 'not-known'
            ? 'without a birth date'
            : `come to ${gateWords(gate)} next`,
      count: cases,
      colour: gate === 'past-18' && cases > 0 ? 'red' : '',
      current: gate === chosen,
      href: paths.transition.register({}, { ...others, gate }),
    }));
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

const choices = ({
  workers,
  teams,
}: TransitionCounts): Readonly<Record<string, { label: string; of: readonly Choice[] }>> => ({
  gate: { label: 'Next gate', of: Object.entries(gateNames).map(([value, text]) => ({ value, text })) },
  worker: { label: 'Named worker', of: workers.map(({ id, name }) => ({ value: id, text: name })) },
  team: { label: 'Team', of: teams.map((team) => ({ value: team, text: words(team) })) },
  late: {
    label: 'Referred after 17 and a half',
    of: [
      { value: 'true', text: 'Yes' },
      { value: 'false', text: 'No' },
    ],
  },
});

export const registerFields = (counts: TransitionCounts, given: Given) =>
  Object.entries(choices(counts)).map(([name, { label, of }]) => ({
    name,
    label,
    choices: of.map((choice) => ({ ...choice, selected: choice.value === given[name] })),
  }));

export function chosenInRegister(counts: TransitionCounts, given: Given) {
  const known = choices(counts);
  return Object.entries(given)
    .filter(([name]) => known[name] !== undefined)
    .map(([name, value]) => {
      const { [name]: _, ...others } = given;
      const text = known[name]?.of.find((choice) => choice.value === value)?.text ?? value;
      return { text: `${known[name]?.label ?? name}: ${text}`, href: paths.transition.register({}, others) };
    });
}
