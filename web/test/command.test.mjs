import assert from "node:assert/strict";
import { before, test } from "node:test";
import { page } from "./page.mjs";

page("en");
const { command, commandsLike, readLine } = await import("../src/console/commandline.js");
const { fits, loadPinyin } = await import("../src/console/pinyin.js");

const CASES = [{ number: "2026-0019548" }, { number: "2026-0000150" }];
const COMMANDS = [
  { verb: "assign", aliases: ["x"], label: "\u6307\u6D3E", case: true, complete: () => [] },
  { verb: "accept", aliases: ["a"], label: "Accept", case: true },
  { verb: "note", aliases: ["t"], label: "Note", case: true, text: "note" },
  { verb: "merge", aliases: ["me"], label: "Merge", case: true, into: true, args: 1 },
  { verb: "go", aliases: ["g"], label: "Go to", whole: true, complete: () => [] },
].map(command);
const find = (tail) => CASES.find((one) => one.number.endsWith(tail)) ?? null;
const read = (line, selected = null) => readLine(line, COMMANDS, { find, selected });

before(loadPinyin);

test("what is no command is looked for in the queue", () => {
  assert.equal(read("water leak").command, null);
  assert.equal(read("water leak").typing, "water leak");
  assert.equal(read("accept").command, null, "a verb that is still being typed");
});

test("a verb, one of its letters or its name with the tail of a number names a case", () => {
  for (const line of ["accept 150", "a 150", "Accept 0000150"]) {
    const { command: one, incident } = read(line);
    assert.equal(one.verb, "accept");
    assert.equal(incident.number, "2026-0000150");
  }
  assert.equal(read("a 999").incident, null);
});

test("without a number the selected case is meant, with one the other", () => {
  const selected = CASES[0];
  assert.equal(read("a ", selected).incident, selected);
  assert.equal(read("t called back", selected).typing, "called back");
  assert.equal(read("t called back", selected).incident, selected);
  assert.equal(read("t 0150 called back", selected).incident, CASES[1]);
  assert.equal(read("t 0150 called back", selected).typing, "called back");
  assert.equal(read("t called back").at, "case", "without a selection a case is asked for");
});

test("a figure that is said of the selected case is not taken for the number of another", () => {
  const selected = CASES[0];
  for (const line of ["t 0 are hurt", "t 50 people wait", "t 150 m of kerb are wet"]) {
    assert.equal(read(line, selected).incident, selected, line);
    assert.equal(read(line, selected).typing, line.slice(2));
  }
  assert.equal(read("t 2026-0000150 hers", selected).incident, CASES[1]);
  assert.equal(read("t 150 wet").incident, CASES[1], "while none is selected a number must be meant");
});

test("what is merged is the selected case, into the one that is named; of two the first into the second", () => {
  const [selected, other] = CASES;
  for (const line of ["merge 0150 ", "merge 2026-0000150 ", "me 0150 the same leak"]) {
    assert.equal(read(line, selected).incident, selected, line);
    assert.match(read(line, selected).before[0], /0150$/);
  }
  assert.equal(read("merge 0150", selected).at, "argument");
  assert.equal(read("merge 0150 9548 ", selected).incident, other);
  assert.deepEqual(read("merge 0150 9548 ", selected).before, ["9548"]);
  assert.equal(read("merge 9548 ", selected).at, "argument", "its own number names it");
  assert.equal(read("merge 0150 ").incident, other);
});

test("arguments come one by one and what is left is text", () => {
  const selected = CASES[0];
  assert.deepEqual(
    [read("x ", selected).at, read("x un", selected).typing, read("x unit/U-1 ", selected).at],
    ["argument", "un", "text"],
  );
  const line = read("x unit/U-1 he is near", selected);
  assert.deepEqual([line.before, line.typing, line.at], [["unit/U-1"], "he is near", "text"]);
});

test("digits that name no case are an argument of the selected one", () => {
  const line = read("x 330999102204013 ", CASES[0]);
  assert.equal(line.incident, CASES[0]);
  assert.deepEqual(line.before, ["330999102204013"]);
});

test("a place is everything behind go, with its blanks", () => {
  assert.equal(read("g 18 Harbour Road").typing, "18 Harbour Road");
});

test("commands are found by their beginning, their letter, and the sound of their name", () => {
  const like = (typed) => commandsLike(typed, COMMANDS, fits).map((one) => one.verb);
  assert.deepEqual(like("ass"), ["assign"]);
  assert.deepEqual(like("ASS"), ["assign"]);
  assert.deepEqual(like("zhipai"), ["assign"]);
  assert.ok(like("a").includes("accept"));
  assert.deepEqual(like("zzz"), []);
});

test("names are found by full sound and by first letters", () => {
  assert.ok(fits("\u6E2F\u6E7E\u793E\u533A", "gangwan"));
  assert.ok(fits("\u6E2F\u6E7E\u793E\u533A", "gwsq"));
  assert.equal(fits("\u6E2F\u6E7E\u793E\u533A", "xyz"), 0);
  assert.ok(fits("Harbour", "har") > fits("The harbour", "ar"));
});
