// Makes elements. Text goes in as text nodes and attributes by name: nothing here can turn a string into markup.

export function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (key === 'class') {
      node.className = value;
    } else {
      node.setAttribute(key, value === true ? '' : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Shows children in place of what is there.
export function show(node, ...children) {
  node.replaceChildren(...children.flat().filter(Boolean));
}

// A definition list from [name, value, hint] triples; without value a triple is left out.
export function facts(rows) {
  const told = rows.filter(([, value]) => value !== null && value !== undefined);
  return el('dl', { class: 'facts' }, told.map(([name, value, hint]) =>
    el('div', { title: hint }, el('dt', {}, name), el('dd', {}, value))));
}
