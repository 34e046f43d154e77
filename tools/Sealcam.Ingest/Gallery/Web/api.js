// Talks to the server. Every answer is asked for anew: caches mixing up their keys are what Sealcam is about.

export class ApiError extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, { cache: 'no-store', credentials: 'same-origin', redirect: 'error', ...options });
  if (!answer.ok) {
    const body = await answer.json().catch(() => ({}));
    throw new ApiError(answer.status, body.error ?? `The server answered ${answer.status}.`);
  }
  return answer;
}

const part = encodeURIComponent;

export const api = {
  session: async () => (await ask('/v1/session')).json(),
  signIn: (token) => ask('/v1/session', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }),
  }),
  signOut: () => ask('/v1/session', { method: 'DELETE' }),
  cameras: async () => (await ask('/v1/cameras')).json(),
  camera: async (device) => (await ask(`/v1/cameras/${part(device)}`)).json(),
  stills: async (device, before, limit = 24) =>
    (await ask(`/v1/cameras/${part(device)}/stills?limit=${limit}${before ? `&before=${part(before)}` : ''}`)).json(),
  health: async (device) => (await ask(`/v1/cameras/${part(device)}/health`)).json(),
  // The bytes of a still that somebody says answers this nonce (hex). Whether it does is for the caller to verify.
  request: async (device, nonce) => new Uint8Array(await (await ask(`/v1/cameras/${part(device)}/requests`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ nonce }),
  })).arrayBuffer()),
  bytes: async (address) => new Uint8Array(await (await ask(address)).arrayBuffer()),
  alarms: async () => (await ask('/v1/alarms')).json(),
  putAway: (id) => ask(`/v1/alarms/${part(id)}`, { method: 'DELETE' }),
  suspend: (device, on) => ask(`/v1/cameras/${part(device)}/suspension`, { method: on ? 'PUT' : 'DELETE' }),
};
