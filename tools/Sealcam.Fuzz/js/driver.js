// Verifies what comes on standard input and answers one JSON line a file, so that another program can drive the JavaScript verifier.
// A request is two big-endian 4-byte lengths, a question as JSON (bytes in hex), and the file. `kind` says what is asked: nothing for
// a verdict, 'signature' for a bare signature check with { x, data, signature }.

import { verify } from './verify/sealcam-verify.js';
import { evenY, isSigned } from './verify/p256.js';

let held = Buffer.alloc(0);
const answers = [];

for await (const chunk of process.stdin) {
  held = held.length ? Buffer.concat([held, chunk]) : chunk;
  while (held.length >= 8 && held.length >= 8 + held.readUInt32BE(0) + held.readUInt32BE(4)) {
    const middle = 8 + held.readUInt32BE(0);
    const end = middle + held.readUInt32BE(4);
    const question = middle > 8 ? JSON.parse(held.toString('utf8', 8, middle)) : {};
    // A copy, as the verifier must not depend on what lies beside the file.
    answers.push(JSON.stringify(await answer(question, new Uint8Array(held.subarray(middle, end)))));
    held = held.subarray(end);
    if (answers.length >= 64) {
      flush();
    }
  }
  flush();
}

function flush() {
  if (answers.length) {
    process.stdout.write(answers.splice(0).join('\n') + '\n');
  }
}

async function answer(question, file) {
  try {
    return question.kind === 'signature' ? await signature(question) : await verdict(question, file);
  } catch (error) {
    return { verdict: '!', reason: `The verifier threw: ${error.stack}`, token: null };
  }
}

async function verdict(question, file) {
  const accepted = bytes(question.accepted);
  const found = await verify(file, {
    device: bytes(question.device),
    nonce: bytes(question.nonce),
    maxAgeSeconds: question.maxAge,
    now: question.now === undefined ? undefined : question.now * 1000,
    acceptedDigest: () => accepted,
  });
  return found.token ? { ...found, token: inHex(found.token) } : found;
}

async function signature(question) {
  const x = bytes(question.x);
  const y = evenY(x);
  const valid = y !== null && (await isSigned(x, y, bytes(question.data), bytes(question.signature)));
  return { verdict: valid ? '.' : 'N', reason: y ? Buffer.from(y).toString('hex') : 'no point', token: null };
}

function bytes(hex) {
  return hex === undefined || hex === null ? null : new Uint8Array(Buffer.from(hex, 'hex'));
}

function inHex(token) {
  const shown = Object.entries(token).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ]);
  return Object.fromEntries(shown);
}
