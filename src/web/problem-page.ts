// What a person at a browser sees when something cannot be done: what was wrong, which rule, what to do.
import type { ProblemDetails } from '../api/problem-details.js';
import { html } from './html.js';

export const problemPage = ({ title, detail, help, rule }: ProblemDetails): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Onward</title>
<link rel="stylesheet" href="/assets/onward.css">
</head>
<body>
<header><p class="name"><a href="/">Onward</a></p></header>
<main id="main">
<h1>${title}</h1>
<p>${detail}</p>
${rule === undefined ? undefined : html`<p>Rule: ${rule}</p>`}
${help === undefined ? undefined : html`<p>${help}</p>`}
<p><a href="/">Back to the worklist</a></p>
</main>
</body>
</html>
`.text;
