// Numbers and codes as people read them.

import { el } from './dom.js';

const CLOCKS = ['none', 'stored', 'operator', 'network', 'receipt'];
const CLOCK_HINTS = [
  'The camera had no time: it claims none.',
  'A floor: the time of the last receipt before it started.',
  'A person set it at the console.',
  'From a time server, which was not authenticated.',
  'From a receipt of this connection.',
];

// What the server's clock is ahead of this one, ms.
let ahead = 0;

export const setServerNow = (ms) => { ahead = ms - Date.now(); };

export const clock = (quality) => CLOCKS[quality] ?? `unknown (${quality})`;
export const clockHint = (quality) => CLOCK_HINTS[quality];

export function span(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) {
    return `${s} s`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min ${s % 60} s`;
  }
  return s < 172800 ? `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min` : `${Math.floor(s / 86400)} days`;
}

export const bytes = (n) =>
  (n < 10240 ? `${n} B` : n < 10485760 ? `${(n / 1024).toFixed(0)} KB` : `${(n / 1048576).toFixed(1)} MB`);

export const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const order = (text) => text.replace('-', ' · ');

export const frameAge = (ms) => (ms >= 65535 ? '65.5 s or more' : ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

export const when = (ms) => new Date(ms).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

// An age that goes on by itself while it is on the page.
export function age(ms) {
  const node = el('time', { datetime: new Date(ms).toISOString(), title: when(ms), 'data-since': ms });
  node.textContent = ageText(ms);
  return node;
}

// Says since when a camera is silent, once it is: three of its own intervals without a health report.
export function silence(heart) {
  const node = el('span', { class: 'silent', title: 'No health report for three of its intervals', 'data-silent-after': heart.silentAfterMs,
    'data-heard': heart.receivedMs });
  tellSilence(node);
  return node;
}

function tellSilence(node) {
  const { silentAfter, heard } = node.dataset;
  node.hidden = Date.now() + ahead <= Number(silentAfter);
  node.textContent = node.hidden ? '' : `silent for ${span(Date.now() + ahead - Number(heard))}`;
}

const ageText = (ms) => `${span(Date.now() + ahead - ms)} ago`;

setInterval(() => {
  for (const node of document.querySelectorAll('time[data-since]')) {
    node.textContent = ageText(Number(node.dataset.since));
  }
  document.querySelectorAll('[data-silent-after]').forEach(tellSilence);
}, 1000);
