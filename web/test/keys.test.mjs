import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "../src/ui/keys.js";

const pressed = (key, shiftKey, caps) => keyOf({ key, shiftKey, getModifierState: (which) => which === "CapsLock" && caps });

test("Caps Lock changes no key: a list of alarms is not opened in place of acknowledging one", () => {
  assert.equal(pressed("S", false, true), "s");
  assert.equal(pressed("s", true, true), "S");
  assert.equal(pressed("S", true, false), "S");
  assert.equal(pressed("s", false, false), "s");
  assert.equal(pressed("Enter", false, true), "Enter");
  assert.equal(pressed("?", true, true), "?");
});
