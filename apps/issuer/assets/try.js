// Lets a visitor change the title of a signed badge and see the check answer. Without this script the page shows the unchanged badge.
for (const box of document.querySelectorAll('[data-example]')) {
  const { example, words } = box.dataset;
  const { original, changed } = JSON.parse(words);
  const fields = box.querySelector('.try-fields');
  const input = fields.querySelector('input');
  const said = fields.querySelector('[role=status]');
  const element = box.querySelector('proofmark-badge');
  const start = async () => {
    const answer = await fetch(example);
    if (!answer.ok) return;
    const text = await answer.text();
    const signed = JSON.parse(text);
    const title = signed.credentialSubject.achievement.name;
    const show = () => {
      const isOriginal = input.value === title;
      const badge = JSON.parse(text);
      if (badge.name === title) badge.name = input.value;
      badge.credentialSubject.achievement.name = input.value;
      element.badge = isOriginal ? text : badge;
      said.textContent = isOriginal ? original : changed;
    };
    let waiting;
    input.value = title;
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(show, 250);
    });
    fields.querySelector('button').addEventListener('click', () => {
      input.value = title;
      show();
    });
    fields.hidden = false;
  };
  start().catch((error) => console.error(error));
}
