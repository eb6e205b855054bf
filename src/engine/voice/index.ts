// What taking part brings to the whole: a kind of stream for each pathway, so that who may see a pathway may see it.
import { parseStream } from '../../kernel/decider.js';
import { replayable, type Slice } from '../processing/slice.js';
import { paths } from '../web/paths.js';
import { voiceEvents, voiceKind } from './domain/voice.js';
import { voiceProjections, type TakesBackByWord } from './projection.js';

export const voiceSlice = (pathways: readonly string[], takesBackByWord: TakesBackByWord): Slice => ({
  name: 'voice',
  events: voiceEvents,
  projections: voiceProjections(pathways, takesBackByWord),
  served: () => import('./served.js'),
  navigation: [
    {
      ...{ text: 'Taking part', href: paths.voice.area(), place: 135, needs: 'CountVoices' },
      onHome: 'Taking part: how young people and families are heard',
    },
  ],
  personLinks: [
    {
      ...{ text: 'How they took part, and what was done with it', needs: 'GetVoices' },
      at: (personId) => paths.voice.person({ personId }),
    },
  ],
  cases: pathways.map((pathway) => {
    const kind = voiceKind(pathway);
    return replayable(kind, {
      ...{ noun: kind.noun, pathway, ofRecord: true },
      aboutCase: ({ recorded }) => recorded && parseStream(recorded.caseStream).id,
    });
  }),
});
