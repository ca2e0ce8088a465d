import { sendPhoto } from "../api/photos.js";
import { t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { shrink } from "../ui/shrink.js";

const MOST = 3;

/** Up to three photos, made small on the phone; the node, and the files that were chosen. */
export function createPhotos() {
  let files = [];
  const list = el("div.photos");
  const input = el("input", {
    type: "file",
    accept: "image/*",
    multiple: true,
    id: "photos",
    class: "visually-hidden",
    onchange: () => {
      files = files.concat(Array.from(input.files)).slice(0, MOST);
      input.value = "";
      draw();
    },
  });

  function draw() {
    fill(
      list,
      files.map((file) => {
        const url = URL.createObjectURL(file);
        return el(
          "figure",
          el("img", { src: url, alt: file.name, onload: () => URL.revokeObjectURL(url) }),
          el(
            "button.button",
            {
              type: "button",
              "aria-label": t("public.photo-remove"),
              onclick: () => {
                files = files.filter((one) => one !== file);
                draw();
              },
            },
            "\u2715",
          ),
        );
      }),
    );
  }

  const node = el(
    "div.field",
    el("span.field-label", t("public.photo")),
    el("label.button.photo-add", { for: "photos" }, t("public.photo-add")),
    input,
    list,
  );
  return { node, files: () => files };
}

/** Sends the photos after the report, which does not depend on them; a line says how it goes, a button sends again. */
export function photoLine(ticket, files) {
  if (!files.length || !ticket) return null;
  const node = el("p.photo-line", { role: "status" });
  let waiting = files.map((file) => ({ file, pending: null }));

  async function send() {
    fill(node, t("public.photo-sending"));
    const left = [];
    for (const one of waiting) {
      try {
        const answer = await sendPhoto(ticket, await shrink(one.file), one.pending);
        if (answer.state !== "STORED") left.push({ file: one.file, pending: answer.id });
      } catch (problem) {
        if (problem.status === 422 || problem.status === 413) one.refused = true;
        else left.push(one);
      }
    }
    const refused = waiting.some((one) => one.refused);
    waiting = left;
    const again = el("button.button", { type: "button", onclick: send }, t("public.photo-again"));
    fill(node, t(left.length ? "public.photo-waits" : refused ? "public.photo-refused" : "public.photo-sent"), " ");
    if (left.length) node.appendChild(again);
  }

  send();
  return node;
}
