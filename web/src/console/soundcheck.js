import { serverNow } from "../api/http.js";
import { t } from "../i18n/index.js";
import { el } from "../ui/dom.js";
import { keep, kept } from "../ui/prefs.js";
import { clock } from "../ui/time.js";

const SHIFT_MILLIS = 8 * 60 * 60_000;

/** At the start of a shift: the three tones, how loud, whether lines are read out, and what this seat is called. */
export function createSoundCheck({ sound, seat }) {
  const volume = el("input", { type: "range", min: "0", max: "1", step: "0.05", value: String(sound.volume()), oninput: () => sound.setVolume(volume.value), onchange: () => sound.play(3) });
  const speech = el("input", { type: "checkbox", checked: sound.speech(), onchange: () => sound.setSpeech(speech.checked) });
  const name = el("input.field-input", { value: seat.name(), maxlength: "80", onchange: () => seat.rename(name.value) });
  const tested = el("p.small.quiet");
  const node = el(
    "section.sound-check",
    el("h3", t("sound.title")),
    el(
      "div.sound-tones",
      [1, 2, 3].map((tier) => el("button.button", { type: "button", onclick: () => test(tier) }, t(`sound.tone-${tier}`))),
      el("button.button", { type: "button", onclick: () => test(0) }, t("sound.tone-0")),
    ),
    el("label.field", el("span.field-label", t("sound.volume")), volume),
    el("label.check", speech, el("span", t("sound.speech"))),
    el("label.field", el("span.field-label", t("sound.seat")), name),
    tested,
  );

  async function test(tier) {
    await sound.unblock();
    if (sound.play(tier)) keep("sound-tested", String(Math.round(serverNow())));
    sound.speak(t("sound.tested-words"));
    draw();
  }

  function due() {
    const at = Number(kept("sound-tested") ?? 0);
    return !(at > 0) || serverNow() - at > SHIFT_MILLIS;
  }

  function draw() {
    const at = Number(kept("sound-tested") ?? 0);
    tested.textContent = due() ? t("sound.test-due") : t("sound.tested", { at: clock(at, serverNow()) });
    tested.className = due() ? "small status status-at-risk" : "small quiet";
  }

  draw();
  return { node, draw, due };
}
