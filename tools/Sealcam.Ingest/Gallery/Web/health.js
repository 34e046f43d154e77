// The health of one camera: its signed reports over time, what is missing of them, and its silence.

import { api } from './api.js';
import { el, facts, show } from './dom.js';
import { plot } from './plot.js';
import { age, bytes, clock, clockHint, count, setServerNow, silence, span, when } from './text.js';

const WAKE = ['not known', 'power on', 'restart', 'watchdog or crash', 'brown-out', 'timer', 'pin', 'other'];
const yes = (known) => (known === null ? 'no boot before' : known ? 'yes' : 'no, or not known');

export async function healthPage(main, device) {
  const body = el('div', { class: 'health' });
  const render = async (event) => {
    if (event?.device && event.device !== device) {
      return;
    }
    const { nowMs, heart, reports } = await api.health(device);
    setServerNow(nowMs);
    show(body, heart ? told(heart, reports, nowMs) : el('p', { class: 'note' }, 'This camera has sent no health report yet.'));
  };
  await render();
  show(main, el('nav', { class: 'back' }, el('a', { href: `#/camera/${device}` }, '← The camera')),
    el('h1', {}, 'Health of camera ', el('span', { class: 'id' }, `${device.slice(0, 4)}-${device.slice(4, 8)}`)), body);
  return { health: render, hello: render };
}

function told(heart, reports, nowMs) {
  const last = reports.at(-1);
  const points = withBreaks(reports);
  const time = { from: reports[0].receivedMs, to: Math.max(nowMs, last.receivedMs) };
  const marks = points.filter(({ lost }) => lost).map(({ receivedMs }) => receivedMs);
  const draw = (title, value, say) =>
    plot(title, points.map((one) => ({ ms: one.receivedMs, value: value(one), first: one.first })), time, marks, say);
  return [
    el('p', { class: 'line' }, 'Last report ', age(heart.receivedMs), silence(heart),
      el('span', { class: heart.missing > 0 ? 'bad' : '' }, `${count(heart.missing, 'report', 'reports')} missing`)),
    el('div', { class: 'plots' },
      draw('Stills waiting', (one) => one.waiting),
      draw('Outbox in use', (one) => one.outboxPerMille, (value) => `${(value / 10).toFixed(1)}%`),
      draw('Free heap', (one) => one.heapFree, bytes),
      draw('Largest block', (one) => one.largestBlock, bytes),
      draw('Wi-Fi signal', (one) => one.signalDbm, (value) => `${value} dBm`),
      draw('Captured', (one) => one.captured),
      draw('Sent again', (one) => one.retried),
      draw('Handshakes', (one) => one.handshakes)),
    el('p', { class: 'line' }, `${when(time.from)} to ${when(time.to)}, ${count(reports.length, 'report', 'reports')}. `
      + 'A red line stands where some are missing.'),
    facts(newest(last)),
  ];
}

// Marks where the line must break: another boot, or reports that never came.
function withBreaks(reports) {
  return reports.map((one, i) => {
    const before = reports[i - 1];
    const lost = i > 0 && (one.boot === before.boot ? one.counter !== before.counter + 1 : one.counter !== 1);
    return { ...one, lost, first: i > 0 && (lost || one.boot !== before.boot) };
  });
}

function newest(last) {
  return [
    ['report', `boot ${last.boot}, number ${last.counter}`],
    ['uptime', span(last.uptime * 1000)],
    ['wake cause', WAKE[last.wakeCause] ?? 'other'],
    ['last stop clean', yes(last.lastStopClean)],
    ['clock', clock(last.clockQuality), clockHint(last.clockQuality)],
    ['interval', span(last.interval * 1000)],
    ['free heap', last.heapFree === null ? null : bytes(last.heapFree)],
    ['largest block', last.largestBlock === null ? null : bytes(last.largestBlock)],
    ['Wi-Fi signal', last.signalDbm === null ? null : `${last.signalDbm} dBm`],
    ['waiting', count(last.waiting, 'still', 'stills')],
    ['captured', last.captured.toLocaleString('en')],
    ['sealed', last.sealed.toLocaleString('en')],
    ['receipted', last.receipted.toLocaleString('en')],
    ['refused', `${last.refusedByAgent} by the camera, ${last.refusedByServer} by the server`],
    ['dropped', last.dropped.toLocaleString('en')],
    ['sent again', last.retried.toLocaleString('en')],
    ['handshakes', last.handshakes.toLocaleString('en')],
    ['sensor faults', last.cameraFaults.toLocaleString('en')],
  ];
}
