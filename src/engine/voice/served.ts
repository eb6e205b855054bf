// What the server brings of taking part: what can be done and asked, and the pages.
import { questionsIn } from '../use-cases/question.js';
import type { Served } from '../use-cases/served.js';
import { useCasesIn } from '../use-cases/use-case.js';
import { VoiceAreaPage } from './pages/area.page.js';
import { VoicePage } from './pages/voice.page.js';
import { VoicePeoplePage } from './pages/people.page.js';
import * as listVoices from './queries/list-voices.js';
import * as voiceCounts from './queries/voice-counts.js';
import * as voiceOfPerson from './queries/voice-of-person.js';
import * as takePart from './take-part.js';

export const served: Served = {
  offers: [{ useCases: useCasesIn(takePart), questions: questionsIn(voiceCounts, listVoices, voiceOfPerson) }],
  pages: [VoiceAreaPage, VoicePeoplePage, VoicePage],
};
