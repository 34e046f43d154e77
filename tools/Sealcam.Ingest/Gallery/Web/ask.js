// The button "Ask now" and what comes of it.

import { api } from './api.js';
import { askStill } from './ask-still.js';
import { el, show } from './dom.js';
import { mark, nameOf, tone } from './verdicts.js';

export function askPanel(device) {
  const button = el('button', { type: 'button', class: 'ask', onclick: () => ask() }, 'Ask now');
  const out = el('div', { class: 'asked', 'aria-live': 'polite' });
  let url = null;

  const ask = async () => {
    button.disabled = true;
    show(out, el('p', { class: 'note' }, 'Asking for a still that signs a number which this browser has just made …'));
    try {
      const { file, finding, ms } = await askStill(device, api.request);
      URL.revokeObjectURL(url);
      url = URL.createObjectURL(new Blob([file], { type: 'image/jpeg' }));
      show(out, answer(url, finding, ms));
    } catch (fault) {
      show(out, el('p', { class: 'note bad' }, fault.message));
    } finally {
      button.disabled = false;
    }
  };
  return { button, out };
}

function answer(url, finding, ms) {
  const frame = el('div', { class: `frame shown ${tone(finding.verdict)}`, 'data-verdict': nameOf(finding.verdict) },
    el('img', { alt: 'The still that was asked for', src: url }));
  return [
    frame,
    el('div', { class: 'verdicts' }, mark('browser', finding.verdict, finding.reason)),
    el('p', { class: 'line' }, finding.verdict === '.'
      ? `Exposed after you asked, and here ${ms.toLocaleString('en')} ms after the question.`
      : `This does not answer your question. ${finding.reason}`),
  ];
}
