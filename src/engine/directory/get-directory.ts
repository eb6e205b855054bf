// The lists of organisations, services, teams, workers and roles that can be named: query, handler and route.
import { Controller, Get } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../api/request.js';
import { QueryRoute } from '../api/routes.js';
import { Dispatcher } from '../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../access/messages.js';
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

export class GetDirectory extends OnwardQuery<DirectoryView> {
  readonly shows = noOne;
}

@QueryHandler(GetDirectory)
export class GetDirectoryHandler implements IQueryHandler<GetDirectory> {
  async execute({ asked: { asOf } }: GetDirectory): Promise<DirectoryView> {
    const all = directory();
    const entries = (list: keyof DirectoryView) => all.on(list, asOf).map(({ code, name }) => ({ code, name }));
    return Promise.resolve({
      organisations: entries('organisations'),
      services: entries('services'),
      teams: entries('teams'),
      workers: entries('workers'),
      roles: entries('roles'),
    });
  }
}

@ApiTags('Directory')
@Controller('api/v1/directory')
export class GetDirectoryController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The organisations, services, teams, workers and roles that can be named', DirectoryView, ['SHARE-05'])
  get(@AskedBy() asked: Asked): Promise<DirectoryView> {
    return this.dispatcher.ask(new GetDirectory(asked));
  }
}
