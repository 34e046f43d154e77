// Verifies what comes on standard input and answers one JSON line a file, so that another program can drive the JavaScript
// verifier. A request is two big-endian 4-byte lengths, a question as JSON (bytes in hex), and the file. `kind` says what is
// asked: nothing for a verdict, 'signature' for a bare check with { x, y, data, signature }, 'key' for the even y of { x }.

import { verify } from './verify/sealcam-verify.js';
import { evenY, isSigned } from './verify/p256.js';

let held = Buffer.alloc(0);
let waiting = [];
let wanted = 8;
const answers = [];

for await (const chunk of process.stdin) {
  // Joined only when a whole request is there: a large file comes in hundreds of pieces.
  waiting.push(chunk);
  if (held.length + waiting.reduce((sum, piece) => sum + piece.length, 0) < wanted) {
    continue;
  }
  held = Buffer.concat([held, ...waiting]);
  waiting = [];
  for (wanted = size(held); held.length >= wanted; wanted = size(held)) {
    const middle = 8 + held.readUInt32BE(0);
    const question = middle > 8 ? JSON.parse(held.toString('utf8', 8, middle)) : {};
    // A copy, as the verifier must not depend on what lies beside the file.
    answers.push(JSON.stringify(await answer(question, new Uint8Array(held.subarray(middle, wanted)))));
    held = held.subarray(wanted);
    if (answers.length >= 64) {
      flush();
    }
  }
  flush();
}

// Bytes of the request at the beginning, as far as it can be told.
function size(bytes) {
  return bytes.length < 8 ? 8 : 8 + bytes.readUInt32BE(0) + bytes.readUInt32BE(4);
}

function flush() {
  if (answers.length) {
    process.stdout.write(answers.splice(0).join('\n') + '\n');
  }
}

async function answer(question, file) {
  try {
    const kinds = { signature, key };
    return await (kinds[question.kind] ?? verdict)(question, file);
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
  const [x, y, data, pair] = [question.x, question.y, question.data, question.signature].map(bytes);
  return { verdict: (await isSigned(x, y, data, pair)) ? '.' : 'N', reason: '', token: null };
}

function key(question) {
  return { verdict: '', reason: Buffer.from(evenY(bytes(question.x))).toString('hex'), token: null };
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
