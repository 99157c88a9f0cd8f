// Lines that belong to the web page and not to the paper: menus, consent, sharing, sign-in, comments, related stories.

import type { TextLine } from './text-line';

/** Each is the whole of a line, or its start where it ends in `.*`. */
const furniture: readonly RegExp[] = [
  /^(?:skip|jump) (?:to|navigation)\b.{0,40}$/,
  /^(?:[‹<«←]+ ?)?back to (?:all )?(?:motions|top|home|search results)\b.{0,20}$/,
  /^(?:home|menu|search|print|share|tweet|email|e-mail|login|log in|sign in|sign up|register|subscribe|contact us|about us|news|top|next|previous|close|accept|accept all|reject all|cookies|donate|join us|read more|learn more|find out more|more|advertisement|related|tags?|comments?|reply|facebook|twitter|linkedin|whatsapp|x)\.?$/,
  /^(?:home|you are here)\s*[>»›/:|].*$/,
  /^[|•·.,;:*_=~–—<>«»‹›/\\-]+$/,
  /^(?:[•·-] ?)?(?:no |\d+ )?comments?(?: \(\d+\)| closed)?$/,
  /^share (?:this|on|via|with)\b.{0,60}$/,
  /^(?:print|email|e-mail) this (?:page|article|story)$/,
  /^your browser (?:is|appears|does)\b.*$/,
  /^for the best (?:possible )?experience\b.*$/,
  /^(?:we'll|we’ll|we will) assume (?:we have your|you're|you’re|you are)\b.*$/,
  /^(?:we|this (?:web)?site|our (?:web)?site|this page) (?:also )?(?:uses?|stores?|sets?|places?) (?:[\w-]+ ){0,3}cookies\b.*$/,
  /^.{0,200}\b(?:cookies? (?:policy|settings|preferences|disabled|required)|use of cookies|enable cookies|accept (?:all )?cookies|turn cookies (?:on|off)|requires cookies)\b.*$/,
  /^switch to (?:an|the) accessible version\b.*$/,
  /^by (?:continuing|using|browsing)\b.{0,60}\b(?:site|website)\b.*$/,
  /^(?:hide|skip|view) ads?$/,
  /^ad(?:vertisement| feature)?(?:\s+\d+)?$/,
  /^(?:read|see|watch|listen|related)(?: more| also)?\s*:.*$/,
  /^article continues (?:below|after).*$/,
  /^you have reached (?:the|your) (?:free )?(?:article )?limit\b.*$/,
  /^(?:subscribe|sign in|log in|register|sign up|already a subscriber|get unlimited access|start your free trial)\b.{0,120}$/,
  /^(?:support|gifts from|donate to|follow|like) (?:the|us)\b.{0,60}$/,
  /^(?:the )?\d+(?:st|nd|rd|th) anniversary appeal$/,
  /^(?:click|tap) (?:here|on)\b.{0,80}$/,
  /^(?:©|copyright|\(c\) ?\d{4}).*$/,
  /^(?:all rights reserved|terms (?:and|&) conditions|terms of use|privacy(?: policy)?|site ?map|accessibility(?: statement)?)\.?$/,
  /^.{0,80}\.{5,}.*$/,
  /^.{0,100}\bpage \d{1,4}(?: of \d{1,4})?$/,
  /^\[(?:pic|image|logo|photo|video)\]$/,
  /^warning: (?:table|cannot|mysql|include|require|unknown|file).*$/,
  /^(?:posted|filed) (?:in|under)\b.*$/,
  /^tags?:.*$/,
  /^(?:\d+ )?(?:min(?:ute)?s?) read$/,
];

/** From one of these on, the rest of the page is furniture. */
const pageEnd: readonly RegExp[] = [
  /^have your say\b.{0,40}$/,
  /^(?:leave|post|write|add) (?:a|your) (?:reply|comment)s?\b.{0,40}$/,
  /^(?:related|recommended|similar|latest|popular|trending|most read|other|more) (?:stories|articles|posts|news|content|motions|from this author|on this topic|topics|by this author)\b.{0,40}$/,
  /^more (?:from|on|about|in) .{0,60}[^.]$/,
  /^(?:you (?:must|need to) (?:sign|log|be logged) in|sign in|log in) to (?:make a |post a |leave a )?comment\b.*$/,
  /^your e-?mail address will not be published\b.*$/,
  /^(?:\d+ )?(?:comments|responses)(?: \(\d+\))?$/,
  /^please remember that the submission of any material\b.*$/,
  /^you may also (?:like|be interested)\b.*$/,
  /^(?:sign up|subscribe) (?:to|for) (?:our|the)\b.*(?:newsletter|bulletin|e-?mail).*$/,
];

/** How much of a line is looked at. Furniture says what it is at its start. */
const head = 400;

export function isPageFurniture(line: TextLine): boolean {
  if (line.role === 'furniture') return true;
  const text = line.text.slice(0, head).toLowerCase();
  return furniture.some((pattern) => pattern.test(text)) || pageEnd.some((pattern) => pattern.test(text));
}

/** Whether the article is over at this line. */
export function isPageEnd(line: TextLine): boolean {
  const text = line.text.slice(0, head).toLowerCase();
  return pageEnd.some((pattern) => pattern.test(text));
}
