import { openTestStore } from './store-for-tests.js';
import { reportText } from './load-report.js';
import { unpackSouthend } from '../../test/fixtures/unpack.js';
it('x', async () => {
  const s = openTestStore();
  const f = unpackSouthend();
    let t = performance.now();
    console.log(reportText(await s.load('sen2', f.xml)), performance.now()-t);
    t = performance.now();
    await s.opened.projecting.catchUp();
    console.log('catchup',performance.now()-t);
    t = performance.now();
    console.log(reportText(await s.load('sen2', f.csvFolder)), performance.now()-t);
  await s.close();
}, 60000);
