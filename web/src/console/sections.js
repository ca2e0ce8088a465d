import { t } from "../i18n/index.js";
import { createProgress } from "../notice/progress.js";
import { decisionBlock } from "./decision.js";
import { createDuplicates } from "./duplicates.js";
import { evidencePart } from "./evidencepart.js";
import { createPeople } from "./people.js";
import { placePart } from "./placepart.js";
import { playbookPart } from "./playbook.js";
import { questionPart } from "./question.js";
import { createSuggest } from "./suggest.js";
import { timelinePart } from "./timeline.js";
import { mergedPart, mergePart } from "./mergepart.js";
import { repeatsPart } from "./repeatspart.js";
import { beginTogether, togetherAgain, togetherPart } from "./together.js";

const BEGUN = ["handOff", "deliberation", "mediation", "task", "plan", "followUp"];

/** The sections of a case below its head, its clocks and its buttons, in the order in which they are read. */
export function createSections(desk) {
  const { sections, store, roles, view } = desk;
  const suggest = createSuggest(desk);
  sections.push(
    { order: 20, draw: (incident) => placePart(incident, desk) },
    { order: 30, draw: (incident) => mergedPart(incident, desk) },
    { order: 35, draw: (incident) => questionPart(incident, store, roles) },
    { order: 38, draw: (incident) => repeatsPart(incident, desk) },
    { order: 40, past: true, draw: createPeople(desk) },
    { order: 45, draw: suggest },
    { order: 50, past: true, draw: (incident) => decisionBlock(incident, store, (code) => view.grids.mark("hovered", code)) },
    { order: 60, draw: createDuplicates(desk) },
    { order: 62, draw: (incident) => mergePart(incident, desk) },
    { order: 70, draw: playbookPart },
    { order: 80, draw: (incident) => evidencePart(incident, roles) },
    { order: 90, draw: (incident) => togetherPart(incident, desk) },
    { order: 95, draw: createProgress(roles) },
    { order: 100, past: true, draw: timelinePart },
  );
  return {
    name: "sections",
    commands: BEGUN.map((name) => ({ verb: t(`begin.${name}`), aliases: [name.toLowerCase()], label: `begin.label.${name}`, complete: () => null, run: () => beginTogether(name) })),
    onEvent: (type, data) => type === "CooperationChanged" && togetherAgain(data.incidentId),
  };
}
