// The owner's token. It goes to the server once and is not kept by the page.

import { api } from './api.js';
import { el, show } from './dom.js';

export function signInPage(main, done) {
  const field = el('input', { id: 'token', type: 'password', autocomplete: 'current-password', required: true });
  const fault = el('p', { class: 'bad', role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    try {
      await api.signIn(field.value);
      await done();
    } catch (problem) {
      fault.textContent = problem.message;
      field.select();
    }
  };
  show(main, el('form', { class: 'sign-in', onsubmit: submit },
    el('h1', {}, 'Owner token'),
    el('p', {}, 'These stills are private. Say the token that the server was started with.'),
    el('label', { for: 'token' }, 'Token'), field, fault,
    el('button', { type: 'submit' }, 'Open the gallery')));
  field.focus();
}
