// The device ID: short for eyes, whole for decisions.

import { el } from './dom.js';

const short = (device) => `${device.slice(0, 4)}-${device.slice(4, 8)}`;

export const fingerprint = (device) => el('span', { class: 'id', title: device }, short(device));

// The whole ID, hidden until asked for, and a button that copies it.
export function deviceId(device, label = fingerprint(device)) {
  const copy = el('button', { type: 'button', class: 'plain', onclick: () => copied(copy, device) }, 'Copy');
  return el('details', { class: 'device' },
    el('summary', { title: 'Show the whole device ID' }, label),
    el('p', {}, el('code', {}, device), ' ', copy));
}

async function copied(button, device) {
  try {
    await navigator.clipboard.writeText(device);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Select it by hand';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}
