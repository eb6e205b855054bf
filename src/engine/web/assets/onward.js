// Starts the NHS.UK components. Every page works without it; what is Onward's own follows.
/* global document, window */
import { initAll } from 'nhsuk-frontend';
initAll();
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
