// One still with all its claims. They are read from the token by this browser, not taken from the server's list.

import { api } from './api.js';
import { deviceId } from './devices.js';
import { el, facts, show } from './dom.js';
import { stillFrame } from './stills.js';
import { age, bytes, clock, clockHint, frameAge, order, span, when } from './text.js';
import { nameOf, simulated } from './verdicts.js';

const hex = (data) => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export async function stillPage(main, device, orderText) {
  const still = await find(device, orderText);
  const nav = el('nav', { class: 'back' }, el('a', { href: `#/camera/${device}` }, '← All stills of this camera'));
  if (!still) {
    show(main, nav, el('p', { class: 'note' }, 'This still is not kept.'));
    return {};
  }
  const claims = el('div', { class: 'claims' });
  const { frame, marks } = stillFrame(still, `Still ${still.order} of camera ${device.slice(0, 8)}`,
    (finding, size) => show(claims, claimsOf(still, finding, size)));
  const name = `${device.slice(0, 8)}-${still.order}.jpg`;
  const file = el('a', { class: 'more', href: still.address, download: name }, 'Download, token included');
  show(main, nav, el('div', { class: 'detail' },
    el('div', {}, frame, marks),
    el('div', {},
      el('h1', {}, 'Still ', order(still.order)),
      el('div', { class: 'title' }, deviceId(device), still.simulated && simulated()),
      claims, file)));
  return {};
}

// The list has no address for one still: it is the first one before the next order.
async function find(device, orderText) {
  const [boot, sequence] = orderText.split('-').map(Number);
  const next = sequence === 0xffffffff ? `${boot + 1}-0` : `${boot}-${sequence + 1}`;
  const { stills } = await api.stills(device, next, 1);
  return stills.find((still) => still.order === orderText);
}

function claimsOf(still, finding, size) {
  const token = finding.token;
  return [
    el('p', { class: 'reason' }, el('strong', {}, 'Your browser: '), finding.reason),
    el('p', { class: 'reason' }, el('strong', {}, 'The server: '), still.verdict === 'C'
      ? 'Conflict. A different still came under this order later and was refused.'
      : `It was ${nameOf(still.verdict)} when it arrived.`),
    token ? facts(proved(token)) : el('p', { class: 'unproved' }, 'It proves no claims, so none are shown.'),
    facts([
      ['arrived', el('span', {}, when(still.receivedMs), ', ', age(still.receivedMs)), "By the server's clock"],
      ['size', bytes(size)],
    ]),
  ];
}

function proved(token) {
  return [
    ['order', `boot ${token.bootCount}, still ${token.sequence}`],
    ['sealed', token.issuedAt === null ? 'no time known' : when(token.issuedAt * 1000), "By the camera's clock"],
    ['clock', clock(token.clockQuality), clockHint(token.clockQuality)],
    ['uptime', span(token.uptime * 1000), 'Since the camera started'],
    ['frame age', frameAge(token.frameAgeMs), 'From the exposure to the seal'],
    ['dropped', `${token.dropped} since this boot`],
    ['boot before', token.previousLast === null ? 'not known' : `ended with still ${token.previousLast}`],
    ['answers', token.nonce ? el('code', {}, hex(token.nonce)) : 'no request'],
    ['digest', el('code', {}, hex(token.digest)), 'HMAC-SHA256 tree over every byte but the token (PROTOCOL.md 2.4)'],
    ['seal', `${token.segmentBytes} B of the file`],
  ];
}
