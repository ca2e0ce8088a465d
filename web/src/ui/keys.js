/** Single-key commands. They rest while the user types, by sound too, while a dialog is open, and with a modifier held. Caps Lock changes none. */
export function bindKeys(commands) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const typing = isTyping(event.target);
    if (document.querySelector("dialog[open]")) return;
    const command = commands[keyOf(event)];
    if (!command || (typing && event.key !== "Escape")) return;
    if ((event.key === "Enter" || event.key === " ") && isControl(event.target)) return;
    event.preventDefault();
    command(event);
  });
}

/** The key that was meant: Caps Lock, which nobody sees, turns letters round. */
export function keyOf(event) {
  const { key } = event;
  if (!/^[a-z]$/i.test(key) || !event.getModifierState?.("CapsLock")) return key;
  return event.shiftKey ? key.toUpperCase() : key.toLowerCase();
}

function isTyping(node) {
  if (node instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(node.type);
  return node instanceof HTMLElement && (node.isContentEditable || /^(TEXTAREA|SELECT)$/.test(node.tagName));
}

function isControl(node) {
  if (node instanceof HTMLInputElement) return node.type !== "range";
  return node instanceof HTMLElement && /^(BUTTON|A|SUMMARY)$/.test(node.tagName);
}
