// Fetches a still, verifies it here, and shows those very bytes: what is on the page is what was verified.

import { parseDevice, verify } from './verify/sealcam-verify.js';
import { api } from './api.js';
import { el } from './dom.js';
import { mark, nameOf, tone } from './verdicts.js';

// Stills kept in this page's memory; the oldest are let go.
const KEEP = 96;
const held = new Map();

// { url, finding } of a still of the API.
export function look(still) {
  const key = `${still.address} ${still.digest}`;
  let entry = held.get(key);
  held.delete(key);
  entry ??= load(still);
  held.set(key, entry);
  entry.catch(() => held.delete(key));
  letGo();
  return entry;
}

async function load(still) {
  const file = await api.bytes(still.address);
  const finding = await judge(file, still);
  return { url: URL.createObjectURL(new Blob([file], { type: 'image/jpeg' })), finding, size: file.length };
}

// The question is the page's own: this camera, this order. A server, a cache or a proxy that mixes stills up is told apart here.
async function judge(file, still) {
  try {
    const finding = await verify(file, { device: parseDevice(still.device) });
    const token = finding.token;
    const found = token && `${token.bootCount}-${token.sequence}`;
    return found && finding.verdict === '.' && found !== still.order
      ? { ...finding, verdict: 'F', reason: `This is the still of order ${found}, not of ${still.order}.` }
      : finding;
  } catch (fault) {
    return { verdict: '?', reason: `This browser could not verify the still: ${fault.message}`, token: null };
  }
}

function letGo() {
  for (const [key, entry] of held) {
    if (held.size <= KEEP) {
      return;
    }
    held.delete(key);
    // A moment later: it may be on the page still.
    entry.then(({ url }) => setTimeout(() => URL.revokeObjectURL(url), 60000), () => {});
  }
}

// Still with both verdicts. done is told the finding.
export function stillFrame(still, alt, done = () => {}) {
  const view = el('img', { alt, decoding: 'async' });
  const frame = el('div', { class: 'frame' }, view);
  const marks = el('div', { class: 'verdicts' },
    mark('server', still.verdict, 'What the server found when the still arrived.'),
    mark('browser', null, 'Your browser is verifying the bytes that it shows.'));
  look(still).then(({ url, finding, size }) => {
    view.src = url;
    frame.classList.add('shown', tone(finding.verdict));
    frame.dataset.verdict = nameOf(finding.verdict);
    marks.lastChild.replaceWith(mark('browser', finding.verdict, finding.reason));
    done(finding, size);
  }, (fault) => {
    frame.dataset.failed = '';
    frame.append(el('p', { class: 'gone' }, fault.status === 404 ? 'This still is not kept any more.' : fault.message));
    marks.lastChild.replaceWith(mark('browser', '?', fault.message));
  });
  return { frame, marks };
}
