// Live updates. A burst of events asks for the lists once; after a gap everything is asked for anew.

const WAIT_MS = 150, AGAIN_MS = 5000;

// handle(name, { device }) may return a promise; the next call waits for it. Gives a function that ends it.
export function listen(handle) {
  const status = document.getElementById('live');
  const say = (text, state) => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const waiting = new Map();
  let timer = null, source = null, again = null;

  const flush = async () => {
    const events = [...waiting.values()];
    waiting.clear();
    for (const { name, data } of events) {
      await handle(name, data).catch((fault) => say(fault.message, 'off'));
    }
    timer = waiting.size > 0 ? setTimeout(flush, WAIT_MS) : null;
  };
  const open = () => {
    source = new EventSource('/v1/events');
    for (const name of ['hello', 'still', 'health', 'camera', 'alarm']) {
      source.addEventListener(name, (event) => {
        say('live', 'on');
        const data = JSON.parse(event.data);
        waiting.set(`${name} ${data.device}`, { name, data });
        timer ??= setTimeout(flush, WAIT_MS);
      });
    }
    source.onerror = () => {
      say('reconnecting', 'off');
      // A broken stream opens again by itself; one that was refused does not.
      if (source.readyState === EventSource.CLOSED) {
        again = setTimeout(open, AGAIN_MS);
      }
    };
  };

  open();
  return () => {
    clearTimeout(again);
    clearTimeout(timer);
    source.close();
  };
}
