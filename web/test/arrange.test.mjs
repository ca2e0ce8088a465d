import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange } from "../src/ui/arrange.js";

/** A parent that notes what is put in, which takes the focus from what is put in again. */
function parentOf() {
  const children = [];
  const put = [];
  const parent = {
    children,
    insertBefore(one, before) {
      put.push(one.name);
      if (children.includes(one)) children.splice(children.indexOf(one), 1);
      children.splice(before ? children.indexOf(before) : children.length, 0, one);
    },
  };
  return { parent, put, node: (name) => ({ name, remove() { children.splice(children.indexOf(this), 1); } }) };
}

test("a part that stays is never taken out while others around it are drawn anew", () => {
  const { parent, put, node } = parentOf();
  const form = node("form");
  arrange(parent, [node("people"), node("decision"), form, node("timeline")]);
  put.length = 0;
  arrange(parent, [node("question"), node("people"), node("decision"), form, node("timeline")]);
  assert.deepEqual(put, ["question", "people", "decision", "timeline"]);
  assert.deepEqual(parent.children.map((one) => one.name), ["question", "people", "decision", "form", "timeline"]);
  arrange(parent, [form]);
  assert.deepEqual(parent.children, [form]);
});
