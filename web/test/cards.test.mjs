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
  addEventListener() {}
  get text() {
    return this.children.map((part) => (part instanceof Element ? part.text : String(part))).join("");
  }
}

page();
globalThis.Node = Element;
document.createElement = (tag) => new Element(tag);
const { loadTexts } = await import("../src/i18n/index.js");
await loadTexts("main", "case", "together", "desks");
const { deliberationCard, familyCard, handOffCard, hardCaseCard, mediationCard, taskLine } = await import("../src/cooperation/cards.js");

const AT = "2026-03-01T08:00:00Z";
const asked = [];
const how = {
  buttons: (of, ...steps) => {
    asked.push(...steps);
    return null;
  },
  department: (code) => `<${code}>`,
  now: Date.parse(AT),
};
const task = { id: "t", department: "police", party: null, text: "look", kind: "DECISION", due: "2026-03-02T08:00:00Z", endedAt: null, outcome: null, result: null };
const steps = [{ code: "meet", nameZh: "会", nameEn: "Meet", needs: "MEETING" }, { code: "sign", nameZh: "签", nameEn: "Sign", needs: "SIGNATURE" }];
const deliberation = {
  id: "d",
  form: { nameZh: "议", nameEn: "Talk", seats: [{ code: "chair", nameZh: "主", nameEn: "Chair" }], steps, voting: null, guests: true },
  next: steps[1],
  stepsDone: 1,
  subject: "<b>noise</b>",
  parties: [{ code: "A", name: "one" }, { code: "B", name: "two" }],
  meetings: [{ ordinal: 1, heldAt: AT, minutes: "said", quorate: true, attendance: [{ seat: "chair", person: "P" }, { seat: null, person: "G" }] }],
  votes: [{ question: "q", approved: false, turnoutReached: true, inFavour: 1, against: 2, abstained: 0, eligible: 3 }],
  proposals: [{ ordinal: 1, text: "agree", signedAt: null, signatures: [{ party: "A", person: "P" }] }],
  tasks: [task],
  outcome: null,
  publishedAt: null,
  result: null,
};

test("a deliberation shows its steps, who sat, how was voted and who signed, and offers what is next", () => {
  asked.length = 0;
  const { text } = deliberationCard(deliberation, how);
  for (const part of ["Talk", "<b>noise</b>", "Chair P", "Meet", "q", "agree", "A P", "<police>"]) assert.ok(text.includes(part), part);
  assert.deepEqual(asked, ["taskEnd", "meeting", "decision", "proposal", "signature", "step", "result"]);
});

test("mediations, hand-offs and tasks offer nothing more once they are over", () => {
  asked.length = 0;
  const mediation = { id: "m", level: "GRID", parties: ["a", "b"], mediators: ["c"], sessions: [{ heldAt: AT, minutesLong: 40, minutes: "x" }], outcome: "AGREED", agreement: "carpet", revisitDue: AT };
  const handOff = { id: "h", department: "state_grid_95598", reference: "R-1", note: null, expectedBy: null, pauses: true, posts: [{ at: AT, text: "on the way" }], restoredAt: AT, cause: "tripped", object: null };
  const texts = [mediationCard(mediation, how).text, handOffCard(handOff, how).text, taskLine({ ...task, endedAt: AT, outcome: "DONE", result: "done so" }, how).text];
  assert.deepEqual(asked, []);
  for (const [at, part] of ["carpet", "R-1", "done so"].entries()) assert.ok(texts[at].includes(part), part);
  mediationCard({ ...mediation, outcome: null }, how);
  handOffCard({ ...handOff, restoredAt: null }, how);
  assert.deepEqual(asked, ["session", "agreement", "progress", "restoration"]);
});

test("a hard case shows every version of its plan, the latest open", () => {
  const plan = { ordinal: 1, text: "first", party: "owner", department: null, due: AT, privateSide: "p", publicSide: null };
  const card = hardCaseCard({ hardCase: { incidentId: "i", state: "PLANNED", lesson: null }, plans: [plan, { ...plan, ordinal: 2, text: "second", department: "police", party: null }] }, how);
  assert.ok(card.text.indexOf("second") < card.text.indexOf("first"));
});

test("a family shows the others and never the case itself", () => {
  const parent = { id: "p", number: "1", state: "ACCEPTED", description: "d" };
  assert.equal(familyCard({ parent: null, children: [] }, { id: "p" }), null);
  assert.ok(familyCard({ parent, children: [{ ...parent, id: "c", number: "2" }] }, { id: "c" }, () => {}).text.includes("1"));
});
