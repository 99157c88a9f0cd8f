// A file's name as every system takes it: the renderer suggests names, and they come from titles of motions.

const longest = 120;

/** `suggested` without path, control and reserved characters, device names of Windows and trailing dots. */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .normalize('NFC')
    // Control characters, those that turn the direction of text, and what Windows or a path reserves.
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 ? plain.slice(dot).slice(0, 16) : '';
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, longest - extension.length).trim();
  if (stem === '') return `Rostrum${extension}`;
  return /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(stem) ? `${stem}_${extension}` : `${stem}${extension}`;
}
