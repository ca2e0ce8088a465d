import { t } from "../i18n/index.js";
import { byId, el, fill } from "../ui/dom.js";
import { problemBlock } from "../ui/problem.js";
import { createEditor } from "./editor.js";
import { createList } from "./list.js";

/**
 * Everything that is set up, as a list beside a form. A part says what it is: { code, group, roles, read (who may open it),
 * load(scope) -> rows, key(row), columns, fields(row, data), values(row), save(values, row, scope), actions, aside(row),
 * head(rows), scope, panel(node) }. What a part leaves out is not offered: without fields nothing is made, with a panel it
 * draws itself.
 */
export function createFrame(nodes, parts, user) {
  const may = (roles) => !roles || roles.some((role) => user.roles?.includes(role));
  const mine = parts.filter((part) => may(part.read));
  const editor = createEditor(nodes.editor, { saved, close: () => openRow(null), list: () => list });
  const list = createList(nodes.list, { open: openRow, blank: () => openRow("new") });
  let part = null;
  let data = null;
  drawNav();

  function drawNav() {
    const groups = [...new Set(mine.map((one) => one.group))];
    fill(
      nodes.nav,
      groups.map((group) => [
        el("h2.setup-group", t(`setup.group.${group}`)),
        el("ul", mine.filter((one) => one.group === group).map((one) =>
          el("li", el("a", {
            href: `?part=${one.code}`,
            "data-part": one.code,
            onclick: (event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              openPart(one.code);
            },
          }, t(`setup.part.${one.code}`)))),
        ),
      ]),
    );
  }

  async function openPart(code, key = null) {
    part = mine.find((one) => one.code === code) ?? mine[0];
    data = null;
    address(key);
    for (const link of nodes.nav.querySelectorAll("a")) {
      const here = link.dataset.part === part.code;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    editor.clear();
    document.body.classList.toggle("setup-whole", Boolean(part.panel));
    if (part.panel) {
      list.clear();
      fill(nodes.list, el("div.setup-head", el("h2.setup-title", t(`setup.part.${part.code}`))), el("p.quiet.setup-says", t(`setup.says.${part.code}`)));
      const place = el("div.setup-panel");
      nodes.list.append(place);
      try {
        await part.panel(place);
      } catch (problem) {
        fill(place, problemBlock(problem));
      }
      return;
    }
    await load(key);
  }

  async function load(key = null) {
    const asked = part;
    list.begin(part, { mayMake: Boolean(part.fields) && !part.noNew && may(part.roles), reload: () => load() });
    try {
      const scope = part.scope ? await part.scope.ready() : undefined;
      if (part.scope && !scope) return list.wait();
      data = await part.load(scope);
      if (asked !== part) return undefined;
      list.show(data, scope);
      if (key) openRow(key === "new" ? "new" : list.find(key) ?? null);
      return undefined;
    } catch (problem) {
      if (asked === part) list.failed(problem);
      return undefined;
    }
  }

  function openRow(row) {
    if (row === null) {
      editor.clear();
      address(null);
      list.choose(null);
      return;
    }
    list.choose(row === "new" ? null : row);
    address(row === "new" ? "new" : part.key(row));
    editor.open(part, row === "new" ? null : row, {
      rows: data,
      scope: part.scope?.now(),
      mayChange: may(part.roles),
    });
  }

  async function saved(key) {
    await load(key ?? null);
  }

  function address(key) {
    const query = new URLSearchParams({ part: part.code });
    if (key) query.set("key", key);
    history.replaceState(null, "", `?${query}`);
  }

  return {
    openPart,
    next: (by) => list.move(by),
    filter: () => list.focusFilter(),
    make: () => list.mayMake() && openRow("new"),
    close: () => openRow(null),
    step(by) {
      const at = mine.indexOf(part) + by;
      if (mine[at]) openPart(mine[at].code);
    },
    first: () => byId("nav").querySelector("a")?.focus(),
  };
}
