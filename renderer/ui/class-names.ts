// Joins the names of CSS modules into one `className`. Absent and false names are left out.

/** `classNames(styles['card'], isOpen && styles['open'])` → `"card open"`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false).join(' ');
}
