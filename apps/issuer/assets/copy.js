// Adds a copy button to each text that can be copied; its words are in `data-copy`. Without this script the texts can still be selected.
for (const box of document.querySelectorAll('[data-copy]')) {
  const text = box.querySelector('textarea');
  if (!text || !navigator.clipboard) continue;
  const words = JSON.parse(box.dataset.copy);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.button;
  button.setAttribute('aria-describedby', text.id);
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = words.done;
    } catch {
      text.select();
      said.textContent = words.refused;
    }
  });
  box.append(button, said);
}
