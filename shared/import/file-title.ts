// A title of last resort: the words of the file's name.

/**
 * The words of `name` without folders, extension and the number that copies and archives append (`-2`, ` (1)`),
 * its first letter a capital. Undefined when the name holds no word.
 */
export function titleFromFileName(name: string): string | undefined {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const words = base
    .replace(/\.[a-z]{1,8}$/i, '')
    .replace(/(?:-\d{1,2}| ?\(\d{1,2}\))$/, '')
    .replaceAll(/[-_\s+]+/g, ' ')
    .trim();
  if (!/\p{L}{2}/u.test(words)) return undefined;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
