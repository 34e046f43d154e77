// Live updates. A burst of events asks for the lists once; after a gap everything is asked for anew.

const WAIT_MS = 150;

// handle(name, { device }) may return a promise; the next call waits for it.
export function listen(handle) {
  const status = document.getElementById('live');
  const say = (text, state) => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const waiting = new Map();
  let timer = null;
  const flush = async () => {
    const events = [...waiting.values()];
    waiting.clear();
    for (const { name, data } of events) {
      await handle(name, data).catch((fault) => say(fault.message, 'off'));
    }
    timer = waiting.size > 0 ? setTimeout(flush, WAIT_MS) : null;
  };
  const source = new EventSource('/v1/events');
  for (const name of ['hello', 'still', 'camera', 'alarm']) {
    source.addEventListener(name, (event) => {
      say('live', 'on');
      const data = JSON.parse(event.data);
      waiting.set(`${name} ${data.device}`, { name, data });
      timer ??= setTimeout(flush, WAIT_MS);
    });
  }
  source.onerror = () => say('reconnecting', 'off');
  return source;
}
