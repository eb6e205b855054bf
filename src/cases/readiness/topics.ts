// Every topic of programmes. The page of a programme offers its forms in this order.
import * as moveAhead from './move-ahead.js';
import * as starting from './starting.js';
import * as programme from './programme.js';
import * as visits from './visits.js';
import * as answers from './answers.js';
import * as formLinks from './form-links.js';
import * as help from './help.js';
import * as goals from './goals.js';
import * as adultSide from './adult-side.js';
import * as corrections from './corrections.js';

export const topics = [
  starting,
  programme,
  visits,
  answers,
  formLinks,
  help,
  goals,
  moveAhead,
  adultSide,
  corrections,
] as const;
