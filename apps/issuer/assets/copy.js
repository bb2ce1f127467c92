// Adds a copy button to each text that can be copied, and lets a link be copied by a click; the words are in `data-copy` and `data-copy-link`. Without
// this script the texts can still be selected, and the link still leads to its page.
const heardBeside = (element) => {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  element.after(said);
  return said;
};
const copy = async (text, words, said, otherwise) => {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = words.done;
  } catch {
    otherwise();
    said.textContent = words.refused;
  }
};

for (const box of document.querySelectorAll('[data-copy]')) {
  const text = box.querySelector('textarea');
  if (!text || !navigator.clipboard) continue;
  const words = JSON.parse(box.dataset.copy);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.button;
  button.setAttribute('aria-describedby', text.id);
  box.append(button);
  const said = heardBeside(button);
  button.addEventListener('click', () => copy(text.value, words, said, () => text.select()));
}

for (const link of document.querySelectorAll('[data-copy-link]')) {
  if (!navigator.clipboard) continue;
  const words = JSON.parse(link.dataset.copyLink);
  const said = heardBeside(link);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    copy(link.href, words, said, () => document.querySelector('#snippet-link')?.select());
  });
}
