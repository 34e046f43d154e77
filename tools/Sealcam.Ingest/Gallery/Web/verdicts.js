// Verdicts as marks: the letter, its name, and who says so.

import { VERDICT_NAMES } from './verify/sealcam-verify.js';
import { el } from './dom.js';

const GOOD = '.', STALE = 'S', REPLAYED = 'R';

export const tone = (verdict) => (verdict === GOOD ? 'good' : verdict === STALE || verdict === REPLAYED ? 'warn' : 'bad');

// verdict: a letter, or null while it is being found out.
export function mark(who, verdict, reason) {
  const waiting = verdict === null;
  return el('span', { class: `verdict ${waiting ? 'waiting' : tone(verdict)}`, title: reason },
    el('span', { class: 'who' }, who),
    el('span', { class: 'letter', 'aria-hidden': 'true' }, waiting ? '…' : verdict),
    el('span', { class: 'name' }, waiting ? 'verifying' : nameOf(verdict)));
}

export const nameOf = (verdict) => VERDICT_NAMES[verdict] ?? (verdict === '?' ? 'not verified' : 'unknown');

export const simulated = () =>
  el('span', { class: 'simulated', title: 'Its identity comes from a development CA: this is no real camera.' }, 'simulated');
