// A programme as its page says it: where they are, what each voice said, what help is open, what was agreed, how far the hand-over is.
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { OfferGroup } from '../../../engine/web/forms/offered-form.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import { workerName } from '../../../engine/web/present/worker-name.js';
import { stages, summaryRecipients } from '../domain/codes.js';
import { linkInWords } from '../form-links.js';
import { paths } from '../paths.js';
import type {
  AnswerView,
  BesideView,
  GoalView,
  HelpView,
  ReadinessView,
  SubmissionView,
} from '../queries/readiness-view.js';

export const titleOf = ({ service }: Pick<ReadinessView, 'service'>): string => `Ready Steady Go: ${words(service)}`;

const on = (date: string): string => formatDate(date as CivilDate);
const dayOrNot = (date: string | undefined, otherwise: string): string => (date === undefined ? otherwise : on(date));

type NameOf = (id: string) => string;

export function shownProgramme(view: ReadinessView, actions: readonly OfferGroup[], asOf: CivilDate, nameOf: NameOf) {
  const linksOf = (title: string) => actions.find((group) => group.title === title)?.links ?? [];
  const whole = (title: string) => linksOf(title).filter(({ href }) => href.endsWith('/programme'));
  /** Beside what they are about, in short. */
  const about = (title: string, id: string, name: string) =>
    linksOf(title)
      .filter(({ href }) => href.endsWith(`/${id}`))
      .map(({ text, href }) => ({ text: text.split(':')[0], href, name }));
  return {
    asOf,
    lead: leadOf(view),
    prompt: promptOf(view),
    ended: view.endedOn && `Ended on ${on(view.endedOn)}: ${inWords(view.endedBecause ?? '')}.`,
    withoutWords: view.withoutWords,
    noAppointment: view.nextOn === undefined && view.endedOn === undefined && view.diedOn === undefined,
    facts: factsOf(view, nameOf),
    links: Object.fromEntries(Object.entries(groupTitles).map(([group, title]) => [group, whole(title)])),
    voices: {
      lines: view.sideBySide.map(besideLine),
      from: view.submissions.filter(isStageSheet).length,
      own: lastSaid(view, 'young-person'),
      parent: lastSaid(view, 'parent'),
    },
    helps: view.helps.map((help) => {
      return { ...helpLine(help, nameOf), links: about(groupTitles.help, help.helpId, help.what ?? '') };
    }),
    openHelp: view.helps.filter(({ addressedOn }) => addressedOn === undefined).length,
    goals: view.goals.map((goal) => {
      return { ...goalLine(goal), links: about(groupTitles.goals, goal.goalId, goal.goal ?? '') };
    }),
    visits: [...view.visits].reverse().map((visit) => ({
      on: visit.on,
      alone: aloneTags[visit.seenAlone],
      tookPart: words(visit.tookPart),
      jointWith: visit.jointWith && words(visit.jointWith),
      three: visit.askThreeQuestions === undefined ? 'Not known' : visit.askThreeQuestions ? 'Asked' : 'Not asked',
      note: visit.note,
    })),
    handOver: handOverOf(view),
    passport: view.passport && {
      on: view.passport.on,
      href: paths.readiness.passport({ programmeId: view.id }),
      text: view.passport.aboutMe,
    },
    letters: view.withoutWords
      ? []
      : summaryRecipients.map((to) => ({
          text: `Summary for ${recipients[to] ?? to}, as a letter`,
          href: paths.readiness.summary({ programmeId: view.id, to }),
        })),
    summaries: view.summaries.map(({ on: day, to, summary }) => ({
      on: day,
      href: summary === undefined ? undefined : paths.readiness.summary({ programmeId: view.id, to }, { asOf: day }),
      to: recipients[to] ?? words(to),
      summary,
    })),
    sheets: [...view.submissions].reverse().map(sheetOf),
    formLinks: [...view.links].reverse().map((link) => ({
      text: `${inWords(link.questionnaire)}, ${whose[link.voice] ?? words(link.voice)}`,
      on: link.on,
      links: about(groupTitles.forms, link.linkId, linkInWords(link)),
      state: link.sentOn
        ? `sent on ${on(link.sentOn)}`
        : link.withdrawnOn
          ? `taken back on ${on(link.withdrawnOn)}`
          : link.validUntil < asOf
            ? `not sent; could be used until ${on(link.validUntil)}`
            : `not sent yet; can be used until ${on(link.validUntil)}`,
    })),
  };
}

/** Headings under which forms are offered. */
export const groupTitles = {
  stage: 'Stage',
  visits: 'Visits',
  forms: 'Forms',
  help: 'Help that was asked for',
  goals: 'Goals',
  adult: 'On the way to the adult service',
  record: 'The record',
} as const;

export const recipients: Readonly<Record<string, string>> = { gp: 'the GP', 'adult-team': 'the adult team' };

const whose: Readonly<Record<string, string>> = {
  'young-person': 'for the young person',
  parent: 'for a parent or carer',
  adult: 'for the adult',
};

const aloneTags: Readonly<Record<string, Tag>> = {
  none: { text: 'None of it alone', colour: 'grey' },
  part: { text: 'Part of it alone', colour: 'blue' },
  whole: { text: 'All of it alone', colour: 'green' },
};

const leadOf = ({ stages: entered, stage }: ReadinessView): string =>
  `${words(stage)} since ${dayOrNot(entered.at(-1)?.on, 'an unknown day')}.`;

/** A prompt, never a block: what the ages have, where it is further on than the young person. */
function promptOf({ stage, stagesByAge, endedOn, transferred }: ReadinessView): string | undefined {
  if (endedOn !== undefined || transferred || stagesByAge.length === 0) return undefined;
  const rank = (one: string) => (stages as readonly string[]).indexOf(one);
  const behind = stagesByAge.every((one) => rank(one) > rank(stage));
  if (!behind) return undefined;
  return `By age others are in ${stagesByAge.map(words).join(' or ')}. Talk about whether they are ready; a stage follows readiness, not age (RSG-03).`;
}

const factsOf = (view: ReadinessView, nameOf: NameOf) => [
  { key: 'Started', value: on(view.startedOn) },
  { key: 'Stages', value: view.stages.map(({ stage, on: day }) => `${words(stage)} ${on(day)}`).join(', ') },
  { key: 'Clinic', value: words(view.organisation) },
  { key: 'Sees to it that help is given', value: view.worker ? workerName(view.worker, nameOf) : 'Nobody is named' },
  { key: 'Next appointment', value: dayOrNot(view.nextOn, 'None on record: no time is set here') },
  { key: 'Ages that prompt', value: words(view.pack.replace('readiness-', '')) },
];

const handOverOf = (view: ReadinessView) => [
  {
    key: 'Transfer',
    value: view.transferred
      ? `${on(view.transferred.on)}, to ${words(view.transferred.organisation)}`
      : view.transferOn === undefined
        ? 'No day is known'
        : `${on(view.transferOn)}, ${view.transferPlanned ? 'as it is planned' : 'the 18th birthday: no other day is planned'}`,
  },
  { key: 'Beside it', value: view.besideCamhsTransition ? 'A CAMHS transition: the earlier date wins (RSG-E3)' : '' },
  {
    key: 'Introduced to',
    value:
      view.adultServicesMet.map((met) => `${words(met.organisation)} ${on(met.on)}`).join(', ') ||
      'No adult service yet',
  },
  {
    key: 'First adult clinic',
    value: view.transferred ? dayOrNot(view.firstClinicOn, 'No day is known: no time is set for Hello') : '',
  },
  { key: 'Their own yes to Hello', value: dayOrNot(view.helloConsentedOn, view.transferred ? 'Not on record' : '') },
];

const answerTags: Readonly<Record<string, Tag>> = {
  yes: { text: 'Yes', colour: 'green' },
  help: { text: 'Would like help', colour: 'orange' },
  'not-applicable': { text: 'Not for me', colour: 'grey' },
};
const blank: Tag = { text: 'Left blank', colour: 'white' };
const tagOf = (answer: string | undefined): Tag => (answer === undefined ? blank : (answerTags[answer] ?? blank));
/** None for what their sheet does not ask: it was not left blank. */
const askedTag = (asked: boolean, answer: string | undefined): Tag | undefined => (asked ? tagOf(answer) : undefined);

const besideLine = (line: BesideView) => ({
  label: line.label,
  section: line.section,
  differs: line.differs,
  own: { tag: askedTag(line.youngPersonAsked, line.youngPerson), comment: line.youngPersonComment },
  before: line.before && `Last time: ${inWords(answerTags[line.before]?.text ?? line.before)}`,
  parent: { tag: askedTag(line.parentAsked, line.parent), comment: line.parentComment },
});

const isStageSheet = ({ voice }: SubmissionView): boolean => voice !== 'adult';

function lastSaid({ submissions }: ReadinessView, voice: string): string {
  const last = submissions.findLast((one) => one.voice === voice);
  return last ? `${last.title}, ${on(last.on)}, ${howWords[last.how] ?? inWords(last.how)}` : 'Nothing sent yet';
}

const howWords: Readonly<Record<string, string>> = {
  'own-device': 'on their own device',
  paper: 'typed in by staff from paper',
  'with-staff': 'asked and noted by staff',
};

const helpLine = (help: HelpView, nameOf: NameOf) => ({
  what: help.what ?? 'What help is wanted stands in the form',
  about: `Asked on ${on(help.on)} ${whoAsked[help.askedBy] ?? ''}, in ${words(help.stage)}`,
  tag: help.addressedOn
    ? ({ text: words(help.outcome ?? ''), colour: 'green' } as const)
    : ({ text: help.carried ? `Open, carried from ${words(help.stage)}` : 'Open', colour: 'orange' } as const),
  owner: help.addressedOn ? undefined : help.owner ? workerName(help.owner, nameOf) : 'nobody is named',
  rechecked: help.recheckedOn,
  addressedOn: help.addressedOn,
  how: help.how,
});

const whoAsked: Readonly<Record<string, string>> = {
  'young-person': 'by the young person',
  parent: 'by a parent or carer',
  adult: 'by the adult',
};

const goalLine = (goal: GoalView) => ({
  goal: goal.goal ?? 'The words are for the clinic',
  about: `Agreed on ${on(goal.on)} by ${goal.agreedWith.map(inWords).join(', ')}`,
  tag: goal.open
    ? ({ text: 'Open', colour: 'blue' } as const)
    : ({ text: words(goal.reviews.at(-1)?.outcome ?? ''), colour: 'green' } as const),
  reviewOn: goal.open ? goal.reviewOn : undefined,
  reviews: goal.reviews.map(
    (review) => `${on(review.on)}: ${inWords(review.outcome)}${review.note ? `. ${review.note}` : ''}`,
  ),
});

const askWords = (count: number): string =>
  count === 0 ? 'asks for no help' : count === 1 ? 'one answer asks for help' : `${count} answers ask for help`;

const sheetOf = (sheet: SubmissionView) => ({
  title: `${sheet.title}, version ${sheet.version}`,
  about: `${on(sheet.on)}, ${whose[sheet.voice] ?? words(sheet.voice)}, ${howWords[sheet.how] ?? inWords(sheet.how)}; ${askWords(sheet.helpAsked)}`,
  answers: sheet.answers?.map(answerLine),
});

const answerLine = ({ label, answer, comment }: AnswerView) => ({
  label,
  tag: answer === undefined && comment !== undefined ? undefined : tagOf(answer),
  comment,
});
