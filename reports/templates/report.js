"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const fields = ["severity", "rule", "jurisdiction", "department", "text"];
  const cards = [...document.querySelectorAll("article.finding")];
  const groups = [...document.querySelectorAll("section.group")];
  const status = form.querySelector("output");
  const words = new Map();

  // The text of a card without the spaces that layout puts into it; made once, when somebody searches.
  const wordsOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.replace(/\s+/g, "").toLowerCase());
    return words.get(card);
  };
  const holds = {
    severity: (card, wanted) => card.dataset.severity === wanted,
    rule: (card, wanted) => card.dataset.rule === wanted,
    jurisdiction: (card, wanted) => card.dataset.jurisdiction.split("\n").includes(wanted),
    department: (card, wanted) => card.dataset.department.split("\n").includes(wanted),
    text: (card, wanted) => wordsOf(card).includes(wanted.replace(/\s+/g, "").toLowerCase()),
  };

  const show = () => {
    const asked = fields.filter((field) => form.elements[field].value);
    let shown = 0;
    for (const card of cards) {
      card.hidden = !asked.every((field) => holds[field](card, form.elements[field].value));
      shown += card.hidden ? 0 : 1;
    }
    for (const group of groups) {
      const visible = group.querySelectorAll("article.finding:not([hidden])").length;
      const tally = group.querySelector(".tally");
      group.hidden = !visible;
      tally.textContent = visible === Number(tally.dataset.of) ? visible : `${visible} / ${tally.dataset.of}`;
    }
    status.textContent = shown
      ? status.dataset.words.replace("%shown%", shown).replace("%all%", cards.length)
      : status.dataset.nothing;
    form.classList.toggle("active", asked.length > 0);
  };

  // The state of the filter is the address, so that a filtered view can be sent on and the back button works.
  const fromAddress = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return false;
    const asked = new URLSearchParams(hash);
    for (const field of fields) form.elements[field].value = asked.get(field) ?? "";
    show();
    if (hash) document.getElementById("findings").scrollIntoView();
    return true;
  };
  const toAddress = () => {
    const asked = fields.filter((field) => form.elements[field].value);
    const query = new URLSearchParams(asked.map((field) => [field, form.elements[field].value]));
    history.replaceState(null, "", `#${query}`);
  };

  form.addEventListener("input", () => { toAddress(); show(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { toAddress(); show(); }));
  addEventListener("hashchange", fromAddress);
  for (const link of document.querySelectorAll("a[data-filter]")) link.href = `#${link.dataset.filter}`;

  form.hidden = false;
  if (!fromAddress()) show();
})();
(() => {
  // On paper nothing can be opened: folded evidence is opened for printing and folded again after it.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".finding details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
