/**
 * Makes these nodes the children of a parent, in their order. One that is there already is not taken out and put back, so it
 * keeps its focus, and a key that is pressed the next moment still meets it.
 */
export function arrange(parent, nodes) {
  const stay = new Set(nodes);
  for (const child of [...parent.children]) if (!stay.has(child)) child.remove();
  nodes.forEach((one, k) => {
    if (parent.children[k] !== one) parent.insertBefore(one, parent.children[k] || null);
  });
}
