import { number, t } from "../i18n/index.js";
import { el, fill } from "../ui/dom.js";
import { clockSeconds, day } from "../ui/time.js";
import { createBars } from "./bars.js";
import { SPANS, SPEEDS } from "./clock.js";

/**
 * The bar below the map: folded to one button while the present is shown; unfolded a slider over the cases of a span, steps,
 * play, the span, a link, and the way back. It knows nothing of the past; run says what is asked.
 */
export function createTimeBar(run) {
  const bars = createBars(t("time.bars"));
  const slider = el("input.time-slider", {
    type: "range",
    min: "0",
    max: "1",
    step: "1000",
    "aria-label": t("time.slider"),
    oninput: () => run.to(Number(slider.value)),
    onkeydown: (event) => {
      const said = { " ": run.play, p: run.back, "[": () => run.step(-1), "]": () => run.step(1), "{": () => run.step(-10), "}": () => run.step(10) }[event.key];
      if (!said) return;
      event.preventDefault();
      said();
    },
  });
  const play = button("time.play", "\u25B6", run.play, "\u2423");
  const moment = el("output.time-moment");
  const ends = el("div.time-ends");
  const speed = select("time.speed", SPEEDS.map((one) => [String(one), `${number(one)}\u00D7`]), (value) => run.speed(Number(value)));
  const span = select("time.span", SPANS.map((one) => [one.key, t(`time.span.${one.key}`)]), run.span);
  const open = el(
    "button.button.time-open",
    { type: "button", onclick: run.open, title: t("time.open-says") },
    el("span", { "aria-hidden": "true" }, "\u25F7"),
    t("time.open"),
    el("span.kbd", "p"),
  );
  const tools = el(
    "div.time-tools",
    button("time.back", "\u25C0", () => run.step(-1), "["),
    play,
    button("time.on", "\u25B6\uFE0E|", () => run.step(1), "]"),
    speed,
    span,
    el("span.time-fill"),
    moment,
    el("span.time-fill"),
    button("time.link", t("time.link"), run.link, null, "time-link"),
    el("button.button.button-primary.time-now", { type: "button", onclick: run.back }, t("time.now"), el("span.kbd", t("time.esc"))),
  );
  const whole = el("div.time-whole", { hidden: true }, tools, el("div.time-track", bars.node, slider), ends);
  const node = el("div.time-bar", { role: "group", "aria-label": t("time.bar") }, open, whole);

  // What lies at the bottom of the map makes room for the bar, however many rows it has.
  new ResizeObserver(() => document.body.style.setProperty("--time-bar", `${node.offsetHeight}px`)).observe(node);

  return {
    node,
    focus: () => slider.focus(),
    drawBars: bars.draw,
    /** @param state { at, from, to, span, speed, playing }; at is null while the present is shown */
    draw({ at, from, to, span: shown, speed: fast, playing }) {
      open.hidden = at !== null;
      whole.hidden = at === null;
      if (at === null) return;
      slider.min = String(from);
      slider.max = String(to);
      slider.value = String(at);
      slider.setAttribute("aria-valuetext", `${day(at)} ${clockSeconds(at)}`);
      fill(moment, el("span.time-day", day(at)), " ", el("span.time-clock", clockSeconds(at)));
      fill(ends, el("span", stamp(from)), el("span", stamp(to)));
      span.querySelector("select").value = shown.key;
      speed.querySelector("select").value = String(fast);
      play.setAttribute("aria-pressed", String(playing));
      fill(play, playing ? "\u2016" : "\u25B6", el("span.kbd", "\u2423"));
      play.title = t(playing ? "time.pause" : "time.play");
      play.setAttribute("aria-label", play.title);
    },
  };
}

function stamp(millis) {
  return `${day(millis)} ${clockSeconds(millis).slice(0, 5)}`;
}

function button(key, face, run, hint, name = "time-key") {
  return el(
    `button.button.${name}`,
    { type: "button", title: t(key), "aria-label": t(key), onclick: run },
    face,
    hint ? el("span.kbd", { "aria-hidden": "true" }, hint) : null,
  );
}

function select(key, options, run) {
  return el(
    "label.time-choice",
    el("span.visually-hidden", t(key)),
    el(
      "select",
      { title: t(key), onchange: (event) => run(event.target.value) },
      options.map(([value, words]) => el("option", { value }, words)),
    ),
  );
}
