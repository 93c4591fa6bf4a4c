document.querySelectorAll('table.sortable th').forEach(th => th.addEventListener('click', () => {
  const table = th.closest('table'), column = [...th.parentNode.children].indexOf(th);
  const down = th.dataset.down = th.dataset.down === '1' ? '0' : '1';
  const value = row => { const text = row.children[column].textContent, number = parseFloat(text.replace('< ', ''));
    return Number.isNaN(number) ? text : number; };
  const rows = [...table.tBodies[0].rows].sort((a, b) => {
    const x = value(a), y = value(b);
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return (x < y ? -1 : x > y ? 1 : 0) * (down === '1' && typeof x === 'number' ? -1 : 1);
  });
  table.tBodies[0].append(...rows);
}));
document.getElementById('more')?.addEventListener('change', event => document.body.classList.toggle('all', event.target.checked));
