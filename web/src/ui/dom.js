/**
 * Builds elements. Text only ever becomes a text node, so nothing a resident writes can turn into markup.
 * Usage: el("p.quiet", { title }, "text", child, [children]); attributes whose value is null, undefined or false are left out.
 */
export function el(spec, ...parts) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const part of parts) {
    if (isAttributes(part)) setAttributes(node, part);
    else append(node, part);
  }
  return node;
}

export function append(parent, child) {
  if (Array.isArray(child)) child.forEach((one) => append(parent, one));
  else if (child !== null && child !== undefined && child !== false) parent.append(child);
}

export function fill(parent, ...children) {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
  append(parent, children);
  return parent;
}

export function byId(id) {
  return document.getElementById(id);
}

function isAttributes(part) {
  return part !== null && typeof part === "object" && !Array.isArray(part) && !(part instanceof Node);
}

function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
}
