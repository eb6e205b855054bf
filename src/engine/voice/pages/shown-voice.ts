// How somebody took part, as the page of a person shows it, and what can be recorded of it.
import type { Policies } from '../../access/policy.js';
import type { Actor } from '../../../kernel/envelope.js';
import { paths } from '../../web/paths.js';
import { words } from '../../web/present/words.js';
import type { WayOfTakingPart } from '../domain/voice.js';
import type { StepTold, StepsOfPerson, VoiceTold } from '../queries/voice-of-person.js';
import { tookPart } from '../take-part.js';
import { voiceForms } from './voice-forms.js';

const tagOf = ({ how }: VoiceTold) =>
  how === undefined
    ? { text: 'Not recorded', colour: 'yellow' }
    : how === 'not-asked'
      ? { text: words(how), colour: 'red' }
      : { text: words(how), colour: how === 'asked-and-declined' ? 'grey' : 'green' };

/** What can be recorded of it: once, and what was done with it once. */
function actsOf({ how, answeredOn }: VoiceTold, { takenBack }: StepTold): string[] {
  if (takenBack) return ['withdraw'];
  if (how === undefined) return ['record'];
  const answerable = tookPart(how as WayOfTakingPart) && answeredOn === undefined;
  return answerable ? ['answer', 'withdraw'] : ['withdraw'];
}

const actWords: Readonly<Record<string, string>> = {
  record: 'Record how they took part',
  answer: 'Say what was done with it',
  withdraw: 'Take it back',
};

/** `may`: left out, nothing can be recorded, as on a page of an earlier day. */
export const shownVoices = (
  { personId, items }: StepsOfPerson,
  may?: { readonly actor: Actor; readonly policies: Policies },
) =>
  items.map((step) => ({
    title: words(step.step),
    on: step.on,
    rule: step.rule,
    takenBack: step.takenBack,
    voices: step.voices.map((told) => shownVoice(personId, step, told, may)),
  }));

function shownVoice(
  personId: string,
  step: StepTold,
  told: VoiceTold,
  may: { readonly actor: Actor; readonly policies: Policies } | undefined,
) {
  const { caseStream, stepEventId } = step;
  const { voice, whyNot, rung, said, did, on, answeredOn } = told;
  const open = may
    ? actsOf(told, step).filter((act) => may.policies.of(voiceForms[act]?.needs ?? '')(may.actor).allowed)
    : [];
  return {
    who: words(voice),
    tag: tagOf(told),
    whyNot: whyNot && words(whyNot),
    rung: rung && words(rung),
    ...{ said, did, on, answeredOn },
    acts: open.map((act) => ({
      text: actWords[act],
      href: paths.voice.record({ personId, caseStream, stepEventId, voice, act }),
    })),
  };
}
