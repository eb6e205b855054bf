// Loading a waiting list: the promises of every load, on the sample that comes with Onward.
import { readFileSync } from 'node:fs';
import { describeLoad } from '../describe-load-for-tests.js';
import { sample } from '../store-for-tests.js';

describe('a load of the sample waiting list', () => {
  describeLoad('waiting', readFileSync(sample('waiting-list.csv'), 'utf8'));
});
