// Facts of made-up programmes, for tests.
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { usePacks } from '../../rules/packs.js';
import type { Answers } from './domain/questionnaires/answers.js';
import { newestShipped } from './domain/questionnaires/shipped.js';
import type { QuestionnaireId } from './domain/questionnaires/questionnaire.js';
import { readinessEvents as events, type DataOf, type ReadinessFact } from './domain/events.js';
import { packOfSource, readinessPacks, readinessTaskPack } from './pack.js';

usePacks([...readinessPacks, readinessTaskPack]);

export const day = (text: string): CivilDate => civilDate(text);

const start: DataOf<'started'> = {
  personId: 'p1',
  service: 'community-paediatrics',
  organisation: 'estuary-community-health',
  longTermCondition: true,
  likelyAdultServices: true,
  entersAt: 'ready',
  worker: 'dev.nurse',
  ...packOfSource('slides'),
};

export const started = (on: string, parts: Partial<DataOf<'started'>> = {}): ReadinessFact =>
  events.started.fact(day(on), { ...start, ...parts });

export const stage = (on: string, name: 'ready' | 'steady' | 'go'): ReadinessFact =>
  events.stageEntered.fact(day(on), { stage: name, judgedBy: ['clinic'] });

export const sent = (
  on: string,
  questionnaire: QuestionnaireId,
  answers: Answers,
  parts: Partial<DataOf<'submitted'>> = {},
): ReadinessFact => {
  const { version, voice } = newestShipped(questionnaire);
  const helpAsked = Object.values(answers).filter(({ answer }) => answer === 'help').length;
  const said = { questionnaire, version, voice, how: 'paper', helpAsked, answers } as const;
  return events.submitted.fact(day(on), { ...said, ...parts });
};
