import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { shrink } from "../ui/shrink.js";

const MOST = 6;
let ids = 0;

/** The camera first: one large button that opens it, what was taken as small pictures, each of which can be taken away. */
export function createCamera({ words = "patrol.camera", taken = () => {} } = {}) {
  const id = `camera-${++ids}`;
  const shots = [];
  const list = el("div.shots");
  const input = el("input.visually-hidden", {
    id,
    type: "file",
    accept: "image/jpeg,image/png",
    capture: "environment",
    multiple: true,
    onchange: async () => {
      const files = Array.from(input.files).slice(0, MOST - shots.length);
      input.value = "";
      for (const file of files) shots.push(await shrink(file));
      draw();
      taken(shots);
    },
  });
  const button = el("label.button.camera-button", { for: id }, el("span", { "aria-hidden": "true" }, "\u25C9"), t(words));

  function draw() {
    fill(
      list,
      shots.map((blob, at) => {
        const url = URL.createObjectURL(blob);
        return el(
          "figure",
          el("img", { src: url, alt: t("patrol.shot", { n: at + 1 }), onload: () => URL.revokeObjectURL(url) }),
          el("button.button", { type: "button", "aria-label": t("patrol.shot-drop", { n: at + 1 }), onclick: () => { shots.splice(at, 1); draw(); } }, "\u2715"),
        );
      }),
    );
  }

  return {
    input,
    button: el("span.camera", input, button),
    list,
    shots: () => [...shots],
    clear() {
      shots.length = 0;
      draw();
    },
  };
}
