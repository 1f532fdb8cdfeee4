/*
 * Which studies a text names, shown while it is written. Only comfort: Preview and the post itself show them as well.
 * A module, so that its names are its own and not enhance.js's.
 */

const pauses = [2, 3, 5, 8, 13, 21];

function showNamed(named) {
  const text = named.closest("form").elements.text;
  let waiting = 0;
  let attempt = 0;
  let shown = "";

  function later(seconds) {
    clearTimeout(waiting);
    waiting = setTimeout(ask, seconds * 1000);
  }

  async function ask() {
    const asked = text.value;
    // Every identifier and every reference has four digits in a row.
    if (!/\d{4}/.test(asked)) return show({ sentence: "", list: "" });
    try {
      const answer = await fetch("/drafts/studies", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: asked }),
      });
      if (!answer.ok) return;
      const studies = await answer.json();
      if (text.value !== asked) return;
      show(studies);
      if (studies.waiting && attempt < pauses.length) later(pauses[attempt++]);
    } catch {
      // Not reachable just now; the next words ask again.
    }
  }

  /** Only what changed, so that a screen reader hears nothing twice. */
  function show({ sentence, list }) {
    const [count, place] = named.children;
    if (count.textContent !== sentence) count.textContent = sentence;
    if (shown !== list) place.innerHTML = list;
    shown = list;
  }

  text.addEventListener("input", () => {
    attempt = 0;
    later(0.7);
  });
  if (text.value) ask();
}

for (const named of document.querySelectorAll("[data-named]")) showNamed(named);
