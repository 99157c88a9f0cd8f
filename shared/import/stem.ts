// The words a motion's paragraphs begin with: "Conference notes", "This Congress believes", "We therefore call upon".

const qualifiers =
  "(?:special|annual|national|regional|spring|autumn|service group|sector|he|fe|women’s|women's|black members’|delegate|union|branch)";
const assembly = '(?:conference|congress|council|meeting|motion|branch|assembly|agm|caucus|union|service group)';
const adverbs =
  '(?:will|also|further|furthermore|therefore|however|additionally|moreover|particularly|especially|strongly|fully|deeply|again|thus|hereby|now|would|should|must|does|is|has|critically)';
const verbs =
  '(?:not(?:e|es)|believ(?:e|es|ed)|recogni[sz](?:e|es)|welcom(?:e|es)|acknowledg(?:e|es)|condemn(?:s)?|concerned|re-?affirm(?:s)?|re-?iterat(?:e|es)|' +
  'call(?:s)?|instruct(?:s|ed)?|ask(?:s)?|urg(?:e|es)|agre(?:e|es)|resolv(?:e|es)|support(?:s)?|oppos(?:e|es)|deplor(?:e|es)|regret(?:s)?|applaud(?:s)?|' +
  'congratulat(?:e|es)|consider(?:s)?|demand(?:s)?|recall(?:s)?|hop(?:e|es)|accept(?:s)?|approv(?:e|es)|endors(?:e|es)|express(?:es)?|observ(?:e|es)|' +
  'understand(?:s)?|request(?:s)?|requir(?:e|es)|direct(?:s)?|mandat(?:e|es)|reject(?:s)?|remain(?:s)?|salut(?:e|es)|thank(?:s)?|commend(?:s)?|appreciat(?:e|es)|' +
  'alarmed|horrified|appalled|proud|disappointed|pleased|dismayed|outraged|committed|encourag(?:e|es)|declar(?:e|es)|affirm(?:s)?|assert(?:s)?|feel(?:s)?|' +
  'celebrat(?:e|es)|remember(?:s)?|send(?:s)?|like|commit(?:s)?|pledg(?:e|es)|view(?:s)?|see(?:s)?|stand(?:s)?|seek(?:s)?|fear(?:s)?|maintain(?:s)?|propos(?:e|es)|recommend(?:s)?)';
const opening =
  '(?:(?:therefore|however|critically|furthermore|moreover|finally|lastly|accordingly|in addition|as a first step),? )?';

const stem = new RegExp(
  `^["“‘']?${opening}(?:this |the |our |that )?(?:${qualifiers},? ){0,4}${assembly}[,:]?(?: (?:with|in) \\w+,?)?(?: ${adverbs},?){0,3} (?:${verbs})\\b`,
  'i',
);
const firstPerson =
  /^(?:therefore,? |accordingly,? )?we (?:therefore |also |further )?(?:call|instruct|urge|ask|believe|note|resolve|demand)\b/i;
const vocative = /^conference,\s/i;

/** Whether a paragraph begins as a motion's does. */
export function startsWithStem(text: string): boolean {
  const head = text.slice(0, 160);
  return stem.test(head) || firstPerson.test(head) || vocative.test(head);
}

/** Whether a paragraph begins with a stem by which an assembly has something done: "Conference instructs". */
export function startsWithInstruction(text: string): boolean {
  const match = stem.exec(text.slice(0, 160));
  return match !== null && /(?:call|instruct|resolv|agre|urg|mandat|demand)\p{L}*$/iu.test(match[0]);
}

/** Whether a paragraph begins as a motion's does and names the assembly that decides, which an article's "we" does not. */
export function startsWithAssemblyStem(text: string): boolean {
  return stem.test(text.slice(0, 160));
}

const insideStem = new RegExp(`(?<=\\s)(?:this )?(?:conference|congress)(?: ${adverbs},?){0,3} (?:${verbs})\\b`, 'gi');

/** Offsets inside a long line at which a stem stands with a capital, the start of the line included. */
export function stemStarts(text: string): readonly number[] {
  const starts = startsWithAssemblyStem(text) ? [0] : [];
  for (const match of text.matchAll(insideStem)) if (/^\p{Lu}/u.test(match[0])) starts.push(match.index);
  return starts;
}
