import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.mjs";

/** As much of an element as drawing needs: its text, its attributes, its children. */
class Element {
  constructor(tag) {
    Object.assign(this, { tag, children: [], attributes: {} });
  }
  append(...parts) {
    this.children.push(...parts);
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  get text() {
    return this.children.map((part) => (part instanceof Element ? part.text : String(part))).join("");
  }
}

page("zh-CN");
globalThis.Node = Element;
document.createElement = (tag) => new Element(tag);
const { loadTexts } = await import("../src/i18n/index.js");
const { loadRefusals } = await import("../src/i18n/refusals.js");
await loadTexts("main", "case");
const { problemBlock, problemDetail, problemLine, problemWords } = await import("../src/ui/problem.js");

const refused = (code, values = {}, more = {}) => ({ type: `/problems/${code}`, status: 409, detail: "Said in English.", values, ...more });

test("until the sheets are there, the words of the status and the server's detail stand", () => {
  assert.equal(problemLine(refused("helpers-open", { open: 2 })), "当前状态不允许这样做。 Said in English.");
});

test("a refusal is said in Chinese with its values, and the English detail is left out", async () => {
  await loadRefusals();
  assert.equal(problemLine(refused("helpers-open", { open: 2 })), "还有 2 个协同任务没有完成或解除，不能结案。请先处理这些任务。");
});

test("codes become words and instants the time of the city", () => {
  const words = problemWords(refused("stale-incident", { why: "changed", actor: "li", action: "CLOSE", at: "2026-03-01T00:05:00Z" }));
  assert.match(words, /^li 于 .*08:05 刚做了“结案”/);
});

test("why it is refused chooses the sentence", () => {
  const values = { action: "CLOSE", state: "FINISHED", tier: 2 };
  assert.equal(problemWords(refused("action-not-allowed", { why: "answer-first", ...values })), "不能结案：请先反馈报告人。");
  assert.equal(problemWords(refused("action-not-allowed", { why: "state", ...values })), "事件现为“已办结”，不能“结案”。");
});

test("a sentence with a value that did not come is not shown: the server's words are", () => {
  const problem = refused("helpers-open");
  assert.equal(problemWords(problem), "当前状态不允许这样做。");
  assert.equal(problemDetail(problem), "Said in English.");
});

test("a code nobody knows shows the status and what the server says", () => {
  assert.match(problemBlock(refused("brand-new")).text, /当前状态不允许这样做。Said in English\./);
});

test("fields are named and their faults said; what has no code is shown as it was sent", () => {
  const errors = [
    { pointer: "/note", message: "missing", code: "missing-text", values: { most: 400 } },
    { pointer: "/phone", message: "odd" },
    { pointer: "/strange", message: "odd" },
  ];
  assert.equal(
    problemBlock(refused("note-not-acceptable", {}, { errors })).text,
    "请填写备注（1 至 4000 字），再提交这项操作。备注：没有填写，请写 1 至 400 字电话：odd/strange odd",
  );
});

test("hostile values are text", () => {
  const block = problemBlock(refused("claim-held", { holder: "<img src=x onerror=alert(1)>" }));
  assert.match(block.text, /^<img src=x onerror=alert\(1\)> 正在办理/);
  assert.ok(block.children.every((part) => ["p", "ul"].includes(part.tag)));
});

test("in English the server's own words stand", () => {
  document.documentElement.lang = "en";
  assert.equal(problemDetail(refused("helpers-open", { open: 2 })), "Said in English.");
  document.documentElement.lang = "zh-CN";
});
