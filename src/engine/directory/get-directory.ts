// The lists of organisations, services, teams, workers and roles that can be named.
import { question } from '../use-cases/question.js';
import { ApiProperty } from '../api/api-property.js';
import { noOne } from '../access/shows.js';
import { directory } from '../../rules/directory/current.js';

export class DirectoryEntry {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class DirectoryView {
  @ApiProperty({ type: [DirectoryEntry] }) organisations: DirectoryEntry[];
  @ApiProperty({ type: [DirectoryEntry] }) services: DirectoryEntry[];
  @ApiProperty({ type: [DirectoryEntry] }) teams: DirectoryEntry[];
  @ApiProperty({ type: [DirectoryEntry] }) workers: DirectoryEntry[];
  @ApiProperty({ type: [DirectoryEntry] }) roles: DirectoryEntry[];
}

export const getDirectory = question({
  name: 'GetDirectory',
  get: 'api/v1/directory',
  section: 'Directory',
  tells: 'The organisations, services, teams, workers and roles that can be named',
  rules: ['SHARE-05'],
  who: {
    roles: [
      'system',
      'send-caseworker',
      'camhs-clinician',
      'adult-clinician',
      'specialist-nurse',
      'manager',
      'records-manager',
      'auditor',
    ],
    because:
      'Whoever names an organisation, a service, a team or a worker chooses it from the list; it names nobody who is cared for.',
  },
  answers: DirectoryView,
  uses: [],
  answer: async ({ asked: { asOf } }): Promise<DirectoryView> => {
    const all = directory();
    const entries = (list: keyof DirectoryView) => all.on(list, asOf).map(({ code, name }) => ({ code, name }));
    return Promise.resolve({
      organisations: entries('organisations'),
      services: entries('services'),
      teams: entries('teams'),
      workers: entries('workers'),
      roles: entries('roles'),
    });
  },
  shows: noOne,
});
