// The form that chooses one setting: for whom, which reading, from which day, and on what basis.
import { form } from '../../web/forms/form.js';
import type { Option } from '../../web/forms/question.js';
import { date, line, one, optionsOf, pickOrNone } from '../../web/forms/questions.js';
import { chooseSetting as chooseSettingUseCase } from '../commands/choose-setting.js';
import { bases, type Basis } from '../domain/area-settings.js';
import type { SettingLine } from '../queries/list-settings.js';

export interface SettingToChoose {
  readonly setting: SettingLine;
  readonly authorities: readonly string[];
}

const wholeNumber = /^[1-9]\d{0,2}$/;

const valueQuestion = ({ options, unit, title, defaultMeaning }: SettingLine) => {
  const hint = `The default is: ${defaultMeaning}`;
  if (options.length === 0)
    return line({
      label: `How many ${unit}?`,
      hint,
      longest: 3,
      none: `Enter how many ${unit}`,
      like: { pattern: wholeNumber, otherwise: `Enter a whole number of ${unit}, from 1 to 999` },
    });
  const choices: Option[] = options.map(({ value, meaning }) => ({ value, text: meaning }));
  return one<string>({ label: title, hint, options: choices, none: 'Choose how it is read' });
};

export const chooseSetting = form({
  title: 'Choose how a rule is read',
  lead: 'What begins on the day you give or later is reckoned so. What began before keeps the reading that governed it (EHC-93).',
  button: 'Choose this reading',
  checkFirst: 'The dates of every case that it governs are reckoned anew, on every list and page.',
  recorded: 'The setting is chosen. Lists follow in a moment.',
  questions: ({ setting, authorities }: SettingToChoose) => ({
    value: valueQuestion(setting),
    ...(setting.byAuthority && {
      authority: pickOrNone<string>({
        label: 'For which authority’s plans?',
        hint: 'Leave it at “Not given” for the whole area',
        options: authorities.map((code) => ({ value: code, text: code })),
      }),
    }),
    from: date({ label: 'From which day?', what: 'The day from which it is read so', mayBeAhead: true }),
    on: date({ label: 'When was this decided?', what: 'The day of the decision' }),
    basis: one<Basis>({ label: 'On what basis?', options: optionsOf(bases), none: 'Choose on what basis' }),
  }),
  command: ({ value, authority, ...answers }, { setting }, context) =>
    chooseSettingUseCase.of({}, { ...answers, value, authority, setting: setting.id }, context),
});
