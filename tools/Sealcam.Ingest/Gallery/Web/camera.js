// One camera: its history, newest first, page by page.

import { api } from './api.js';
import { askPanel } from './ask.js';
import { losses } from './cameras.js';
import { deviceId } from './devices.js';
import { el, show } from './dom.js';
import { stillFrame } from './stills.js';
import { age, order, silence } from './text.js';
import { simulated } from './verdicts.js';

export async function cameraPage(main, device) {
  const head = el('div', { class: 'head' });
  const list = el('ol', { class: 'history' });
  const more = el('button', { type: 'button', onclick: () => older() }, 'Older stills');
  let next = null;

  // Made once: what was asked for stays on the page while the head around it is made anew.
  const panel = askPanel(device);
  const about = async () => show(head, headOf(await api.camera(device), about, panel));
  const older = async () => {
    const page = await api.stills(device, next);
    list.append(...page.stills.map(itemOf));
    next = page.next;
    more.hidden = next === null;
  };
  // New ones go on top; what a person is looking at further down stays.
  const newer = async (event) => {
    if (event.device && event.device !== device) {
      return;
    }
    const [page] = await Promise.all([api.stills(device), about()]);
    const known = new Set([...list.children].map((item) => item.dataset.order));
    list.prepend(...page.stills.filter((still) => !known.has(still.order)).map(itemOf));
  };

  await Promise.all([about(), older()]);
  const back = el('nav', { class: 'back' }, el('a', { href: '#/' }, '← All cameras'));
  show(main, back, head, panel.out, list, el('p', { class: 'center' }, more));
  return { still: newer, camera: newer, health: newer, hello: newer };
}

function headOf(camera, again, panel) {
  const toggle = async () => {
    if (camera.suspended || window.confirm('Refuse every still of this camera until it is resumed?')) {
      await api.suspend(camera.device, !camera.suspended);
      await again();
    }
  };
  return [
    el('div', {},
      el('h1', {}, 'Camera ', el('span', { class: 'id' }, camera.fingerprint)),
      el('div', { class: 'title' },
        camera.simulated && simulated(),
        camera.suspended && el('span', { class: 'off' }, 'suspended'),
        camera.heart && silence(camera.heart),
        deviceId(camera.device, 'device ID')),
      losses(camera),
      camera.heart && el('a', { class: 'more', href: `#/camera/${camera.device}/health` }, 'Health of this camera')),
    panel.button,
    el('button', { type: 'button', class: camera.suspended ? '' : 'danger', onclick: toggle },
      camera.suspended ? 'Resume this camera' : 'Suspend this camera'),
  ];
}

function itemOf(still) {
  const { frame, marks } = stillFrame(still, `Still ${still.order}`);
  return el('li', { 'data-order': still.order },
    el('a', { class: 'open', href: `#/still/${still.device}/${still.order}` }, frame),
    el('p', { class: 'line' }, el('strong', {}, order(still.order)), age(still.receivedMs)),
    marks);
}
