// The gallery: picks the page for the address and passes it what happens.

import { api } from './api.js';
import { showAlarms } from './alarms.js';
import { cameraPage } from './camera.js';
import { camerasPage } from './cameras.js';
import { el, show } from './dom.js';
import { healthPage } from './health.js';
import { listen } from './live.js';
import { signInPage } from './sign-in.js';
import { stillPage } from './still.js';

const main = document.getElementById('main');
const signOut = document.getElementById('sign-out');
let page = {}, turn = 0, unlisten = null;

async function route() {
  const mine = ++turn;
  page = {};
  const [, room, device, order] = window.location.hash.split('/');
  try {
    const opened = await (room === 'camera' && order === 'health' ? healthPage(main, device)
      : room === 'camera' ? cameraPage(main, device)
      : room === 'still' ? stillPage(main, device, order)
        : camerasPage(main));
    // Somebody may have gone on meanwhile.
    page = mine === turn ? opened : page;
  } catch (fault) {
    if (fault.status === 401) {
      await start();
    } else if (mine === turn) {
      show(main, el('p', { class: 'note' }, fault.message));
    }
  }
}

async function happened(name, data) {
  if (name === 'alarm' || name === 'hello') {
    await showAlarms();
  }
  await page[name]?.(data);
}

async function start() {
  unlisten?.();
  const session = await api.session();
  signOut.hidden = !session.ownerNeeded || !session.signedIn;
  if (!session.signedIn) {
    show(document.getElementById('alarms'));
    signInPage(main, start);
    return;
  }
  unlisten = listen(happened);
  await route();
}

signOut.addEventListener('click', async () => {
  await api.signOut();
  window.location.reload();
});
window.addEventListener('hashchange', () => {
  if (window.location.hash === '' || window.location.hash.startsWith('#/')) {
    route().then(() => main.focus({ preventScroll: true }));
  }
});
start().catch((fault) => show(main, el('p', { class: 'note' }, fault.message)));
