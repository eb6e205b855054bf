// Who is at the browser: by the session's cookie, or by a token in the header as the API takes it.
import { Injectable } from '@nestjs/common';
import { tokenOf } from '../../api/token-of.js';
import { ActorDirectory, type KnownActor } from '../../identity/actors.js';
import { isOnwardError } from '../../kernel/errors.js';
import { isPage, type PageRequest } from '../http.js';
import { cookieNames } from '../security/cookies.js';
import { Sessions } from './sessions.js';

@Injectable()
export class Visitors {
  constructor(
    private readonly directory: ActorDirectory,
    private readonly sessions: Sessions,
  ) {}

  /** A session opens pages only: the API takes no cookie, so no other site's form can reach it. */
  tokenOf(request: PageRequest): string | undefined {
    const bearer = tokenOf(request);
    return bearer ?? (isPage(request) ? this.sessions.open(request.cookies?.[cookieNames.session]) : undefined);
  }

  known(token: string): KnownActor | undefined {
    try {
      const { id } = this.directory.identify(token);
      return this.directory.byId(id);
    } catch (error) {
      if (isOnwardError(error, 'not-signed-in')) return undefined;
      throw error;
    }
  }

  /** Whose page it is; nobody where nobody is signed in. */
  of(request: PageRequest): KnownActor | undefined {
    const token = this.tokenOf(request);
    return token === undefined ? undefined : this.known(token);
  }
}
