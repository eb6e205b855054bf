// The frame of every page: title, who is signed in, skip link; no script, nothing from elsewhere.
import { html, type Html } from './html.js';

export interface Frame {
  readonly title: string;
  /** Who is looking, and in which role. */
  readonly actor: string;
  readonly demo: boolean;
  /** Other people one may look as: only in a demo store. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

export const page = ({ title, actor, demo, others }: Frame, body: Html): string =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Onward</title>
        <link rel="stylesheet" href="/assets/onward.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to main content</a>
        <header>
          <p class="name"><a href="/">Onward</a></p>
          <p>Signed in: ${actor}</p>
        </header>
        ${demo ? html`<p class="demo" role="note">Demo store: every person here is made up. Look as ${others.map(({ id, name, role }) => html`<a href="/?as=${id}">${name} (${role})</a> `)}</p>` : undefined}
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          <p>
            Nobody is forgotten. Every date can be explained. History can be proved.
            <a href="/api/docs">API documentation</a>
          </p>
        </footer>
      </body>
    </html> `.text;
