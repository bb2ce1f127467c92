// Adds a copy button to each text that can be copied. Without this script the texts can still be selected.
for (const box of document.querySelectorAll('[data-copy]')) {
  const text = box.querySelector('textarea');
  if (!text || !navigator.clipboard) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-describedby', text.id);
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = 'Copied.';
    } catch {
      text.select();
      said.textContent = 'Press Ctrl+C to copy.';
    }
  });
  box.append(button, said);
}
