// The first page: a card for each camera, with its newest still.

import { api } from './api.js';
import { el, facts, show } from './dom.js';
import { deviceId } from './devices.js';
import { stillFrame } from './stills.js';
import { age, clock, clockHint, count, frameAge, order, setServerNow, silence } from './text.js';
import { simulated } from './verdicts.js';

// A card is made anew only when what it says has changed, so that nothing flickers and an open device ID stays open.
const cards = new Map();

export async function camerasPage(main) {
  const grid = el('div', { class: 'cards' });
  const render = async () => {
    const { cameras, nowMs } = await api.cameras();
    setServerNow(nowMs);
    told(cameras);
    if (cameras.length === 0) {
      show(main, el('h1', { class: 'quiet' }, 'Cameras'),
        el('p', { class: 'note' }, 'No camera has sent a still yet. This page shows it as soon as one does.'));
      return;
    }
    const wanted = cameras.map(cardOf);
    if (wanted.some((card, i) => grid.children[i] !== card) || grid.children.length !== wanted.length) {
      show(grid, wanted);
    }
    if (!grid.isConnected) {
      show(main, el('h1', { class: 'quiet' }, 'Cameras'), grid);
    }
  };
  await render();
  return { still: render, camera: render, health: render, hello: render };
}

function told(cameras) {
  const stills = cameras.reduce((sum, camera) => sum + camera.stills, 0);
  document.getElementById('counts').textContent =
    `${count(cameras.length, 'camera', 'cameras')}, ${count(stills, 'still', 'stills')}`;
}

function cardOf(camera) {
  const { heardMs, heart, ...what } = camera;
  const key = JSON.stringify(what);
  const known = cards.get(camera.device);
  if (known?.key === key && !known.card.querySelector('[data-failed]')) {
    known.card.querySelector('.heart').replaceWith(heartOf(camera));
    return known.card;
  }
  const open = known?.card.querySelector('details')?.open ?? false;
  const card = makeCard(camera);
  card.querySelector('details').open = open;
  cards.set(camera.device, { key, card });
  return card;
}

function makeCard(camera) {
  const still = camera.newest;
  const name = `camera ${camera.fingerprint}`;
  const { frame, marks } = still
    ? stillFrame(still, `Newest still of ${name}`)
    : { frame: el('div', { class: 'frame' }), marks: null };
  return el('article', { class: `card${camera.suspended ? ' suspended' : ''}`, 'aria-label': name },
    el('a', { class: 'open', href: still ? `#/still/${camera.device}/${still.order}` : `#/camera/${camera.device}` }, frame),
    el('div', { class: 'marks' }, marks),
    el('div', { class: 'title' }, deviceId(camera.device),
      camera.simulated && simulated(), camera.suspended && el('span', { class: 'off' }, 'suspended')),
    still && facts([
      ['order', order(still.order), 'Boot count and sequence: which still is newer, whatever the clocks say'],
      ['age', age(still.receivedMs), 'Since it arrived'],
      ['clock', clock(still.clockQuality), clockHint(still.clockQuality)],
      ['frame age', frameAge(still.frameAgeMs), 'From the exposure to the seal'],
    ]),
    losses(camera),
    heartOf(camera),
    el('a', { class: 'more', href: `#/camera/${camera.device}` }, `All ${count(camera.stills, 'still', 'stills')}`));
}

function heartOf(camera) {
  return el('p', { class: 'line heart' },
    el('a', { href: `#/camera/${camera.device}`, title: 'Ask for a still of this moment, on the page of the camera' }, 'Ask now'),
    camera.heart && el('a', { href: `#/camera/${camera.device}/health` }, 'Health'),
    camera.heart && silence(camera.heart));
}

// Missing stills beyond those that the camera says it dropped were withheld or lost on the way.
export function losses(camera) {
  const away = Math.max(0, camera.missing - camera.dropped);
  return el('p', { class: `losses${away > 0 ? ' bad' : ''}` },
    el('span', { title: 'Orders that the camera used and that never came' }, `${camera.missing.toLocaleString('en')} missing`),
    el('span', { title: 'Stills that the camera itself says it dropped' },
      `${camera.dropped.toLocaleString('en')} dropped by the camera`),
    away > 0 && el('strong', {}, `${away.toLocaleString('en')} unexplained`),
    camera.unknownTails > 0 && el('span', { title: 'How many stills followed the last one that came' },
      `the end of ${count(camera.unknownTails, 'boot', 'boots')} is unknown`));
}
