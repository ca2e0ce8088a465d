import { listLayers } from "../api/grids.js";
import { serverNow } from "../api/http.js";
import { whoAmI } from "../api/session.js";
import { listWalls, makeWall, revokeWall } from "../api/wall.js";
import { language, loadTexts, nameOf, t, translate } from "../i18n/index.js";
import { copyText } from "../ui/copy.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { dressBar } from "../ui/shell.js";
import { statusBadge } from "../ui/status.js";
import { age, clock } from "../ui/time.js";
import { toast } from "../ui/toast.js";

const ZONE = "+08:00";

await loadTexts("main", "wall");
translate();
const user = await whoAmI();
dressBar(byId("bar"), { page: "walls", user });
const error = el("div", { "aria-live": "assertive" });
const layers = await listLayers().catch(() => []);
fillForm();
byId("make").addEventListener("submit", make);
await list();

function fillForm() {
  const whole = user.jurisdiction === "*" ? t("walls.whole") : user.jurisdiction;
  fill(
    byId("make"),
    field("name", el("input.field-input", { maxlength: 80, required: true, placeholder: t("walls.name.such") })),
    field("layer", el("select.field-input", layers.map((one) => el("option", { value: one.code }, nameOf(one))))),
    field("jurisdiction", el("input.field-input", { placeholder: whole, maxlength: 40 })),
    field("turn", el("input.field-input", { type: "number", min: 5, max: 600, value: "12" })),
    field(
      "language",
      el("select.field-input", [
        el("option", { value: language() }, t("nav.this-language")),
        el("option", { value: language() === "en" ? "zh-CN" : "en" }, t("nav.other-language")),
      ]),
    ),
    field("ends", el("input.field-input", { type: "datetime-local" }), t("walls.ends.never")),
    el("button.button.button-primary", t("walls.make")),
    error,
  );
}

function field(name, input, hint = null) {
  input.id = `wall-${name}`;
  input.name = name;
  if (hint) input.setAttribute("aria-describedby", `hint-${name}`);
  return el(
    "div.field",
    el("label.field-label", { for: input.id }, t(`walls.${name}`)),
    input,
    hint ? el("span.small.quiet", { id: `hint-${name}` }, hint) : null,
  );
}

async function make(event) {
  event.preventDefault();
  const asked = Object.fromEntries(new FormData(byId("make")));
  fill(error);
  try {
    const { wall, secret } = await makeWall({
      name: asked.name,
      jurisdiction: asked.jurisdiction || null,
      endsAt: asked.ends ? `${asked.ends}:00${ZONE}` : null,
    });
    showMade(address(asked, secret), wall);
    byId("wall-name").value = "";
    await list();
  } catch (problem) {
    fill(error, problemBlock(problem));
  }
}

/** The secret stands behind the #, which no browser sends to a server or writes into its log. */
function address(asked, secret) {
  const url = new URL("/wall", location.origin);
  for (const name of ["layer", "turn"]) if (asked[name]) url.searchParams.set(name, asked[name]);
  url.searchParams.set("lang", asked.language);
  url.hash = `t=${secret}`;
  return url.href;
}

function showMade(url, wall) {
  const shown = el("span.code", { tabindex: 0 }, url);
  const copy = async () => {
    if (await copyText(url)) return toast(t("walls.copied"));
    getSelection().selectAllChildren(shown);
    return shown.focus();
  };
  fill(
    byId("made"),
    el(
      "div.sheet-made",
      el("p", el("b", wall.name), " \u00B7 ", t("walls.made")),
      shown,
      el(
        "div.sheet-buttons",
        el("button.button", { type: "button", onclick: copy }, t("walls.copy")),
        el("a.button", { href: url, target: "_blank", rel: "noopener" }, t("walls.open")),
      ),
    ),
  );
}

async function list() {
  try {
    const walls = await listWalls();
    fill(byId("list"), walls.length ? table(walls) : el("p.empty", t("walls.none")));
  } catch (problem) {
    fill(byId("list"), problemBlock(problem), el("button.button", { type: "button", onclick: list }, t("retry")));
  }
}

function table(walls) {
  const heads = ["name", "jurisdiction", "made-by", "seen", "state"];
  return el(
    "div.sheet-scroll",
    { tabindex: 0, role: "region", "aria-label": t("walls.list") },
    el(
      "table.sheet-table",
      el("caption.visually-hidden", t("walls.list")),
      el("thead", el("tr", heads.map((head) => el("th", { scope: "col" }, t(`walls.${head}`))), el("td"))),
      el("tbody", walls.map(row)),
    ),
  );
}

function row(wall) {
  const now = serverNow();
  return el(
    "tr",
    el("th", { scope: "row" }, wall.name),
    el("td", wall.jurisdiction === "*" ? t("walls.whole") : el("span.code", wall.jurisdiction)),
    el("td", wall.madeBy, el("br"), el("span.small.quiet", clock(wall.madeAt, now))),
    el("td", wall.seenAt ? age(wall.seenAt, now) : t("walls.seen.never")),
    el("td", state(wall, now)),
    el("td", wall.revokedAt ? null : revokeButton(wall)),
  );
}

function state(wall, now) {
  if (wall.revokedAt) return statusBadge("done", t("walls.state.revoked", { name: wall.revokedBy }));
  if (wall.endsAt && Date.parse(wall.endsAt) <= now) return statusBadge("done", t("walls.state.ended"));
  const until = wall.endsAt ? el("span.small.quiet", " ", t("walls.until", { time: clock(wall.endsAt, now) })) : null;
  return [statusBadge("on-time", t("walls.state.live")), until];
}

/** The first press asks, the second does it: what goes dark is on a wall where people look. */
function revokeButton(wall) {
  const button = el("button.button", { type: "button" }, t("walls.revoke"));
  let sure = false;
  button.addEventListener("click", async () => {
    if (!sure) {
      sure = true;
      button.textContent = t("walls.revoke.sure");
      return;
    }
    try {
      await revokeWall(wall.id);
      toast(t("walls.revoked", { name: wall.name }));
      await list();
    } catch (problem) {
      fill(error, problemBlock(problem));
    }
  });
  return button;
}
