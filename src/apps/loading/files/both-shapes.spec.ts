// The made-up return of 1,992 plans is the same in both shapes.
import { createReadStream } from 'node:fs';
import { unpackSouthend } from '../../../../test/fixtures/unpack.js';
import type { UnpackedReturn } from '../../../../test/fixtures/unpack.js';
import { readSen2Csv } from './read-sen2-csv.js';
import { readSen2Xml } from './read-sen2-xml.js';
import type { Sen2Item } from './sen2-record.js';
import { collect, headersOf, personsOf, problemsOf } from '../../../../test/fixtures/sen2-files.js';

// What the XML of the sample leaves out and its CSV gives as false for everyone.
const ONLY_IN_CSV = ['assessmentMediation', 'assessmentTribunal', 'otherMediation', 'otherTribunal'];

const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (key === 'line' || ONLY_IN_CSV.includes(key) ? undefined : each)),
  );

describe('the made-up return of 1,992 plans', () => {
  let files: UnpackedReturn;
  let xml: Sen2Item[];
  let csv: Sen2Item[];

  beforeAll(async () => {
    files = unpackSouthend();
    xml = await collect(readSen2Xml(createReadStream(files.xml)));
    csv = await collect(readSen2Csv(files.csvFolder));
  });
  afterAll(() => files.remove());

  it('gives the same 1,992 persons in the same order from XML and from CSV', () => {
    expect(personsOf(xml)).toHaveLength(1992);
    expect(comparable(personsOf(csv))).toEqual(comparable(personsOf(xml)));
  });

  it('has nothing to report in either shape', () => {
    expect(problemsOf(xml)).toEqual([]);
    expect(problemsOf(csv)).toEqual([]);
  });

  it('keeps what only the CSV says: the four indicators are false there and undefined from XML', () => {
    const of = (items: Sen2Item[]) => personsOf(items)[0]?.requests[0]?.assessment;
    expect(of(csv)).toMatchObject({ assessmentMediation: false, otherTribunal: false });
    expect(of(xml)).not.toHaveProperty('assessmentMediation');
  });

  it('gives the same header, apart from how its own date and time is written', () => {
    const expected = { collection: 'SEN2', year: 2025, referenceDate: '2025-01-16', lea: '882', dmo: true, dco: true };
    expect(headersOf(xml)).toEqual([expect.objectContaining({ ...expected, dateTime: '2025-01-16T09:00:00' })]);
    expect(headersOf(csv)).toEqual([expect.objectContaining({ ...expected, dateTime: '2025-01-16 09:00:00' })]);
  });

  it('knows the line of each person and of each row below', () => {
    expect(personsOf(xml)[2]).toMatchObject({ line: 8, requests: [{ line: 8 }] });
    expect(personsOf(csv)[2]).toMatchObject({ line: 4, requests: [{ line: 4, activePlan: { line: 4 } }] });
  });

  it('reads the first person whole', () => {
    expect(personsOf(xml)[0]).toEqual({
      line: 6,
      surname: 'Baker',
      forename: 'Ruby',
      personBirthDate: '2014-12-09',
      sex: 'M',
      ethnicity: 'NOBT',
      postCode: 'SS6 3NR',
      upn: 'W882400018000',
      requests: [
        {
          line: 6,
          receivedDate: '2016-09-29',
          rya: false,
          requestOutcomeDate: '2016-11-08',
          requestOutcome: 'Y',
          requestMediation: false,
          requestTribunal: false,
          assessment: {
            line: 6,
            assessmentOutcome: 'Y',
            assessmentOutcomeDate: '2017-02-02',
            week20: false,
            namedPlan: {
              line: 6,
              startDate: '2017-02-16',
              pb: false,
              oa: false,
              planDetails: [
                {
                  line: 6,
                  urn: '115113',
                  placementRank: 1,
                  senUnitIndicator: false,
                  resourcedProvisionIndicator: false,
                },
              ],
            },
          },
          activePlan: {
            line: 6,
            reviewMeeting: '2024-10-07',
            reviewOutcome: 'A',
            lastReview: '2024-11-04',
            placements: [
              {
                line: 6,
                urn: '115113',
                placementRank: 1,
                entryDate: '2022-06-29',
                senUnitIndicator: false,
                resourcedProvisionIndicator: false,
              },
            ],
            needs: [{ line: 6, senType: 'SEMH', senTypeRank: 1 }],
          },
        },
      ],
    });
  });
});
