/*
 * Comfort for those whose browser runs scripts. Every form and link works without this file; each part below takes one
 * of them and spares a page load. Plain, no dependencies, no build step.
 */

const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
const parse = (html) => new DOMParser().parseFromString(html, "text/html");

/** The page's one polite voice. */
const voice = document.createElement("div");
voice.className = "visually-hidden";
voice.setAttribute("aria-live", "polite");
document.body.append(voice);

function say(sentence) {
  voice.textContent = "";
  setTimeout(() => {
    voice.textContent = sentence;
  }, 50);
}

/** Sends a form as the browser would and gives back the page that answers, following redirects. */
async function post(form, button) {
  const address = button?.getAttribute("formaction") || form.getAttribute("action") || location.href;
  const body = new FormData(form, button); // before the button is disabled: a disabled button's name isn't sent
  button.disabled = true;
  const answer = await fetch(address, { method: "POST", body });
  return parse(await answer.text());
}

/* ---- Thanking, and taking it back ---- */

async function thank(form, button) {
  const article = form.closest(".post");
  if (!button.classList.contains("thanked")) keepPlace(form.closest(".thanks"), button);
  try {
    const page = await post(form, button);
    const fresh = page.getElementById(article.id)?.querySelector(".thanks");
    // Signed out, refused, or on another page of the thread: let the server explain it in full.
    if (!fresh) return sendPlainly(form, button);
    form.closest(".thanks").replaceWith(fresh);
    const again = fresh.querySelector("button");
    again?.focus();
    say(again?.classList.contains("thanked") ? "You said thank you." : "Your thanks are taken back.");
  } catch {
    button.disabled = false;
    const sorry = form.querySelector(".thanks-failed") ?? document.createElement("p");
    sorry.className = "thanks-failed";
    sorry.textContent = "That didn’t get through. Please try again.";
    form.append(sorry);
    say(sorry.textContent);
  }
}

/** Holds the place that the answer will take: a line that grows half a second later moves what is read below it. */
function keepPlace(line, button) {
  button.classList.add("thanking");
  const names = line.querySelector(".thanks-names") ?? line.appendChild(document.createElement("p"));
  const mine = names.querySelector(".thanks-coming") ?? document.createElement("span");
  const me = document.querySelector(".member-menu-name")?.textContent;
  const others = names.querySelectorAll(".member-name").length;
  mine.textContent = others ? `${others > 1 ? ", " : " and "}${me}` : `${me} said thank you`;
  mine.className = "thanks-coming";
  names.className = "thanks-names";
  names.append(mine);
}

/* ---- Preview ---- */

async function preview(form, button) {
  const composer = form.closest(".composer");
  const place = composer.querySelector(".preview");
  place.classList.add("coming");
  try {
    const page = await post(form, button);
    const fresh = page.getElementById(composer.id)?.querySelector(".preview");
    if (!fresh?.childElementCount) throw new Error("refused");
    place.replaceChildren(...fresh.childNodes);
    button.disabled = false;
  } catch {
    sendPlainly(form, button);
  }
}

/** As without a script: the whole page answers. */
function sendPlainly(form, button) {
  button.disabled = false;
  form.dataset.plain = "";
  form.requestSubmit(button);
}

/* ---- Every form: the two above by fetch, the rest once ---- */

document.addEventListener("submit", (event) => {
  const { target: form, submitter: button } = event;
  if (form.dataset.plain === undefined) {
    if (form.dataset.enhance === "thanks" && button) {
      event.preventDefault();
      return thank(form, button);
    }
    if (form.dataset.enhance === "composer" && button?.dataset.preview !== undefined) {
      event.preventDefault();
      return preview(form, button);
    }
  }
  if (form.method !== "post") return;
  if (form.dataset.sent !== undefined) return event.preventDefault();
  form.dataset.sent = "";
  // Only after the browser has read the form.
  setTimeout(() => each("button", (pressed) => (pressed.disabled = true), form));
});

// Back from the next page, with this one as it was left.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  each("form[data-sent]", (form) => {
    delete form.dataset.sent;
    each("button", (button) => (button.disabled = false), form);
  });
});

/* ---- Drafts ---- */

function keepDrafts(text) {
  const form = text.form;
  const title = form.querySelector("input[name=title]");
  const state = form.querySelector(".draft-state");
  let waiting = 0;
  let unsaved = false;

  async function save({ leaving = false } = {}) {
    clearTimeout(waiting);
    waiting = 0;
    const version = Number(form.querySelector("input[name=version]")?.value) || null; // which one an edit began on
    const draft = { place: text.dataset.draft, title: title?.value ?? "", text: text.value, version };
    try {
      const answer = await fetch("/drafts/save", {
        method: "POST",
        keepalive: leaving && draft.text.length < 20_000, // browsers carry no more than 64 KB past the end of a page
        headers: { "content-type": "application/json" },
        body: JSON.stringify(draft),
      });
      if (!answer.ok) throw new Error(String(answer.status));
      unsaved = false;
      const clock = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      show(`Draft saved, ${clock}`, false);
    } catch {
      unsaved = true;
      show("Draft not saved. Your text is only on this page for now.", true);
    }
  }

  function show(sentence, failed) {
    if (!state) return;
    if (failed && !state.classList.contains("failed")) say(sentence);
    state.textContent = sentence;
    state.classList.toggle("failed", failed);
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(), 1500);
  }

  text.addEventListener("input", later);
  title?.addEventListener("input", later);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && waiting) save({ leaving: true });
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.dataset.preview !== undefined) return;
    clearTimeout(waiting);
    waiting = 0;
    unsaved = false;
  });
}

/* ---- The composer's toolbar and quotes ---- */

/** Puts text where the cursor is, so that undo takes it out again. */
function write(text, words, from = text.selectionStart, to = text.selectionEnd) {
  text.focus();
  text.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, from, to, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function around(text, mark) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  write(text, mark + value.slice(from, to) + mark);
  text.setSelectionRange(from + mark.length, to + mark.length);
}

function beforeLines(text, mark) {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const lines = text.value.slice(from, text.selectionEnd);
  write(text, lines.replace(/^/gm, mark), from, text.selectionEnd);
}

const tools = {
  bold: (text) => around(text, "**"),
  italic: (text) => around(text, "*"),
  quote: (text) => beforeLines(text, "> "),
  list: (text) => beforeLines(text, "- "),
  link(text) {
    const words = text.value.slice(text.selectionStart, text.selectionEnd) || "words";
    const end = text.selectionStart + words.length + 3;
    write(text, `[${words}](https://)`);
    text.setSelectionRange(end, end + "https://".length);
  },
};

function wakeToolbar(bar) {
  const text = document.getElementById(bar.getAttribute("aria-controls"));
  const buttons = [...bar.querySelectorAll("button")];
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tool]");
    if (button) tools[button.dataset.tool](text);
  });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const forward = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons.at(to % buttons.length);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-quote]");
  const text = document.querySelector(".composer textarea[data-draft]");
  if (!link || !text || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(`/p/${link.dataset.quote}/quote`);
    if (!answer.ok) throw new Error(String(answer.status));
    const before = text.value.trimEnd();
    write(text, `${before && "\n\n"}${(await answer.text()).trimEnd()}\n\n`, before.length, text.value.length);
    text.scrollIntoView({ block: "center" });
  } catch {
    location.href = link.href;
  }
});

/* ---- Cards that are being looked up ---- */

const pauses = [2, 3, 5, 8, 13, 21, 34, 55, 55, 55];

async function awaitCards(cards, attempt = 0) {
  if (attempt >= pauses.length) return;
  await new Promise((done) => setTimeout(done, pauses[attempt] * 1000));
  try {
    const answer = await fetch(`/p/${cards.dataset.post}/cards`);
    if (answer.status === 404) return;
    if (answer.ok) {
      takeReady(cards, parse(await answer.text()));
      if (answer.headers.get("x-cards-waiting") !== "true") return;
    }
  } catch {
    // Not reachable just now; the next attempt comes.
  }
  return awaitCards(cards, attempt + 1);
}

/** Cards that nobody waited for stay as they are: somebody may be reading in one. */
function takeReady(cards, fresh) {
  const inside = cards.firstElementChild;
  const isReady = (card) => card.dataset.state !== "looking-up";
  const shown = new Map([...inside.children].map((card) => [card.dataset.study, card]));
  let ready = 0;
  let before = null;
  for (const now of [...fresh.querySelectorAll(".study-card")]) {
    const card = shown.get(now.dataset.study);
    shown.delete(now.dataset.study);
    if (card && (isReady(card) || !isReady(now))) {
      before = card;
      continue;
    }
    if (card) card.replaceWith(now);
    else if (before) before.after(now);
    else inside.prepend(now);
    before = now;
    if (isReady(now)) ready += 1;
  }
  // Left are those whose two names turned out to be one study.
  for (const gone of shown.values()) gone.remove();
  cards.hidden = inside.children.length === 0;
  if (ready) say(ready === 1 ? "A study card is ready." : `${ready} study cards are ready.`);
}

/* ---- Small things ---- */

/** "2 hours ago", for a month. After that the date says more: a count from 2017 is a count from 2017. */
function makeRelative(time) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  if (Math.abs(seconds) > 30 * 86_400) return;
  const units = { week: 604_800, day: 86_400, hour: 3600, minute: 60 };
  const [unit, length] = Object.entries(units).find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
  time.textContent = Math.abs(seconds) < 60 ? "just now" : words.format(Math.trunc(seconds / length), unit);
}

function offerToShow(button) {
  const field = document.getElementById(button.dataset.show);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  });
  // So that the browser and password managers see a password when it leaves.
  field.form.addEventListener("submit", () => {
    field.type = "password";
  });
}

function offerToCopy(button) {
  if (!navigator.clipboard) return; // only where the page came safely
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      say("Copied.");
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    }
  });
}

function closeWithEscape(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

/** What scrolls sideways in its own box must be reachable by keyboard. */
function reachByKeyboard(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

document.getElementById("errors")?.focus();
each("textarea[data-draft]", keepDrafts);
each(".toolbar[role=toolbar]", wakeToolbar);
each(".cards[data-waiting]", (cards) => awaitCards(cards));
each("time[data-relative]", makeRelative);
each("button[data-show]", offerToShow);
each("button[data-copy]", offerToCopy);
each(".member-menu", closeWithEscape);
each(".prose :is(pre, table)", reachByKeyboard);
