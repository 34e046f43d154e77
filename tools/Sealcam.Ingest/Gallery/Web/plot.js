// A small line over time, in SVG made here. What is not known is left out, and the line breaks where reports are missing.

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 600, HEIGHT = 90, LEFT = 4, TOP = 8;

function node(name, properties, ...children) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(properties)) {
    made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

// points: [{ ms, value or null, first: true where the line must not come from the point before }], rising in ms; span: { from, to
// } in ms; marks: [ms] where something is missing. Gives an element, or null if no value is known.
export function plot(title, points, span, marks, say = String) {
  const known = points.filter(({ value }) => value !== null);
  if (known.length === 0) {
    return null;
  }
  const values = known.map(({ value }) => value);
  const low = Math.min(...values), high = Math.max(...values);
  const x = (ms) => LEFT + ((ms - span.from) / Math.max(1, span.to - span.from)) * (WIDTH - 2 * LEFT);
  const y = (value) => TOP + (1 - (high === low ? 0.5 : (value - low) / (high - low))) * (HEIGHT - 2 * TOP);
  const lines = [];
  for (const point of points) {
    if (point.value === null || point.first || lines.length === 0) {
      lines.push([]);
    }
    if (point.value !== null) {
      lines.at(-1).push([x(point.ms), y(point.value)]);
    }
  }
  const range = low === high ? say(low) : `${say(low)} to ${say(high)}`;
  const figure = document.createElement('figure');
  figure.className = 'plot';
  const caption = document.createElement('figcaption');
  caption.append(title, ' ', Object.assign(document.createElement('strong'), { textContent: say(values.at(-1)) }), ` (${range})`);
  figure.append(caption, node('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}: ${range}` },
    ...marks.map((ms) => node('line', { class: 'missing', x1: x(ms), x2: x(ms), y1: 0, y2: HEIGHT })),
    ...lines.flatMap(drawn)));
  return figure;
}

// A lone point is a dot, because a line of one point shows nothing.
function drawn(line) {
  if (line.length === 0) {
    return [];
  }
  const [[cx, cy]] = line;
  return [line.length === 1
    ? node('circle', { cx, cy, r: 2.5 })
    : node('polyline', { points: line.map((at) => at.join()).join(' ') })];
}
