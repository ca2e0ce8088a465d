import { read } from "../api/setup.js";
import { nameOf, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { keep, kept } from "../ui/prefs.js";
import { problemBlock } from "../ui/problem.js";

let chosen = null;

/** The team whose plan is looked at, chosen by the code of its grid and kept for the parts that speak of one team. */
export const TEAM = Object.freeze({
  asks: "setup.team-first",
  now: () => chosen,

  async ready() {
    if (chosen) return chosen;
    const [layer, gridCode] = (kept("setup-team") ?? "").split("/");
    if (!gridCode) return null;
    try {
      const found = (await teamsOf(gridCode)).find((team) => team.layer === layer);
      chosen = found ? { layer, gridCode, team: found } : null;
    } catch {
      chosen = null;
    }
    return chosen;
  },

  node(reload) {
    const input = el("input.field-input", { type: "text", name: "team-grid", maxlength: 20, spellcheck: "false", value: chosen?.gridCode ?? "" });
    const found = el("div.setup-teams");
    const node = el(
      "form.setup-scope",
      {
        onsubmit: async (event) => {
          event.preventDefault();
          await choose(input.value.trim());
        },
      },
      el("label.field", el("span.field-label", t("setup.team-grid")), input),
      el("button.button", { type: "submit" }, t("setup.team-open")),
      found,
    );
    TEAM.ready().then((team) => {
      if (team) {
        input.value = team.gridCode;
        tell(team.team);
      }
    });
    return node;

    async function choose(code) {
      if (!code) return;
      try {
        const teams = await teamsOf(code);
        if (!teams.length) {
          fill(found, el("span.small", t("setup.team-none", { code })));
          return;
        }
        if (teams.length === 1) take(teams[0]);
        else fill(found, teams.map((team) => el("button.button", { type: "button", onclick: () => take(team) }, `${nameOf(team)} \u00b7 ${team.layer}`)));
      } catch (problem) {
        fill(found, problemBlock(problem));
      }
    }

    function take(team) {
      chosen = { layer: team.layer, gridCode: team.gridCode, team };
      keep("setup-team", `${team.layer}/${team.gridCode}`);
      tell(team);
      reload();
    }

    function tell(team) {
      fill(found, el("b", nameOf(team)), " ", el("span.small.quiet", `${team.layer} \u00b7 ${team.template ?? ""}`));
    }
  },
});

/** Where the plan of the chosen team is. */
export function pathOf({ layer, gridCode }) {
  return `/api/v1/teams/${encodeURIComponent(layer)}/${encodeURIComponent(gridCode)}`;
}

/** Who is on duty now, and the plan of the team. */
export async function dutyOf(team) {
  return (await read(`${pathOf(team)}/duty`)).data;
}

/** Members as pairs "ROLE|label", the way forms name them. */
export function memberChoices(duty) {
  return duty.members.map((one) => [`${one.role}|${one.label}`, `${one.label} \u00b7 ${nameOf({ nameZh: one.roleZh, nameEn: one.roleEn }) || one.role}`]);
}

async function teamsOf(grid) {
  return (await read("/api/v1/teams", { grid })).data.items;
}
