// What is meant by what was typed.
import { readSearch } from './read-search.js';

it.each([
  ['999 000 0018', { kind: 'number', query: { nhsNumber: '9990000018' } }],
  ['b801200005001', { kind: 'number', query: { upn: 'B801200005001' } }],
  ['P-1234', { kind: 'number', query: { localId: 'P-1234' } }],
  ['Sample, Ivy', { kind: 'name', query: { name: 'Sample, Ivy' } }],
  ['<script>alert(1)</script>', { kind: 'number', query: { localId: '<script>alert(1)</script>' } }],
  ['0C7C2A4E-0000-4000-8000-000000000001', { kind: 'case', caseId: '0c7c2a4e-0000-4000-8000-000000000001' }],
])('%s', (typed, meant) => expect(readSearch(typed)).toEqual(meant));
