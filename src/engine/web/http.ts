// As much of the web server's request and reply as the pages use.
import type { OnwardRequest } from '../api/request.js';

export interface CookieOptions {
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'lax' | 'strict';
  readonly secure: boolean;
  readonly maxAge?: number;
}

export interface PageRequest extends OnwardRequest {
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly protocol?: string;
}

export interface PageReply {
  readonly cspNonce?: { readonly script: string; readonly style: string } | null;
  header(name: string, value: string): PageReply;
  code(status: number): PageReply;
  setCookie(name: string, value: string, options: CookieOptions): PageReply;
  clearCookie(name: string, options: CookieOptions): PageReply;
  generateCsrf(options: CookieOptions): string;
}

/** Everything but the API, the probes and the metrics is for people at a browser. */
export const isPage = ({ url }: Pick<OnwardRequest, 'url'>): boolean =>
  !/^\/(api|health|metrics)\b/.test(asRouted(url.split('?')[0] ?? ''));

/** The router finds `/%61pi` where `/api` is; what it cannot decode it refuses itself. */
function asRouted(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
