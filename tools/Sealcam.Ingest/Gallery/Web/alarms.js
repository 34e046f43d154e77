// The banner of what a person must look at.

import { api } from './api.js';
import { el, show } from './dom.js';
import { age, order } from './text.js';

export async function showAlarms() {
  const { alarms } = await api.alarms();
  show(document.getElementById('alarms'), alarms.map(bannerOf));
}

function bannerOf(alarm) {
  const away = async () => {
    await api.putAway(alarm.id);
    await showAlarms();
  };
  return el('article', { class: 'alarm' },
    el('div', {},
      el('h2', {}, alarm.kind === 'conflict' ? 'Two different stills with one order' : 'The index was made anew'),
      el('p', {}, alarm.sentence),
      el('p', { class: 'line' },
        alarm.device && el('a', { href: `#/camera/${alarm.device}` }, 'The camera'),
        alarm.order && el('a', { href: `#/still/${alarm.device}/${alarm.order}` }, `The still kept, ${order(alarm.order)}`),
        el('span', {}, alarm.times > 1 ? `${alarm.times} times, last ` : '', age(alarm.lastMs)))),
    el('button', { type: 'button', class: 'plain', onclick: away }, 'I have seen it'));
}
