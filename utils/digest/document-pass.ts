/** Takes the evidence of all lines together: one person a name, with every mention of it, its roles, and 王局长 beside it. */
import type { Mention, Person } from './digest';
import type { Line } from './line';
import { normalise } from './normalise';
import type { PersonMention } from './people';
import { rolesOfLine } from './roles';
import type { Spans } from './spans';
import { surnameLengthAt } from './surnames';
import { isAddress, titleStartingAt } from './titles';
import { WordList } from './word-list';

/** Ends what stands before a title and makes another office of it. */
const OTHER_OFFICE = /(?:副|代|代理|原|前|助理)$/;
const LARGEST_FAMILY = 50;
const BLANK_INSIDE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

interface Draft {
  person: Person;
  /** The roles in normalised form, by which 王局长 is recognised. */
  normalisedRoles: string[];
  /** The name as the text has it in normalised form, with and without a blank inside. */
  spellings: Set<string>;
}

/** 王　伟 is 王伟. */
const withoutBlanks = (name: string): string => (/\s/.test(name) ? name.replace(BLANK_INSIDE, '') : name);

/** The people of an article in order of appearance. No mention begins in a `known` place or organisation. */
export function gatherPeople(lines: readonly Line[], evidence: readonly PersonMention[], known: Spans): Person[] {
  const byLine = groupByLine(settleOverlaps(lines, evidence));
  const drafts = new Map<string, Draft>();
  for (const line of lines) {
    const mentions = byLine.get(line.index) ?? [];
    const roles = rolesOfLine(line, mentions);
    for (const [index, mention] of mentions.entries()) addEvidence(drafts, line, mention, roles[index] ?? []);
  }
  addAllMentions(drafts, lines, known);
  return [...drafts.values()]
    .map(({ person }) => ({ ...person, roles: withoutShortForms(person.roles) }))
    .filter(({ mentions }) => mentions.length > 0)
    .sort((a, b) => compareMentions(a.mentions[0], b.mentions[0]));
}

/** Of 张伟 and 张伟强 the one is kept that explains the text: the longer if the shorter never stands without it. */
function settleOverlaps(lines: readonly Line[], evidence: readonly PersonMention[]): PersonMention[] {
  const texts = new Map(lines.map((line) => [line.index, line.text] as const));
  const nameOf = ({ line, start, end }: PersonMention): string => (texts.get(line) ?? '').slice(start, end);
  const counts = new Map<string, number>();
  for (const mention of evidence) counts.set(nameOf(mention), (counts.get(nameOf(mention)) ?? 0) + 1);
  return evidence.map((mention) => {
    const name = nameOf(mention);
    const shorter = name.slice(0, -1);
    const shorterCount = name.length > 2 ? (counts.get(shorter) ?? 0) : 0;
    return shorterCount >= (counts.get(name) ?? 0) && shorterCount > 0 ? { ...mention, end: mention.end - 1 } : mention;
  });
}

/** What a person does as a maker of the text is no role of one whom the text is about. */
function addEvidence(drafts: Map<string, Draft>, line: Line, mention: PersonMention, roles: readonly string[]): void {
  const written = line.text.slice(mention.start, mention.end);
  const key = withoutBlanks(written);
  const draft = drafts.get(key) ?? {
    person: {
      name: withoutBlanks(line.original.slice(mention.start, mention.end)),
      simplified: key,
      roles: [],
      credit: true,
      mentions: [],
    },
    normalisedRoles: [],
    spellings: new Set<string>(),
  };
  draft.spellings.add(key).add(written);
  if (!mention.credit && draft.person.credit) {
    draft.person.credit = false;
    draft.person.roles = [];
    draft.normalisedRoles = [];
  }
  if (mention.credit && !draft.person.credit) return;
  for (const role of roles) {
    if (draft.person.roles.includes(role)) continue;
    draft.person.roles.push(role);
    draft.normalisedRoles.push(normalise(role));
  }
  drafts.set(key, draft);
}

function addAllMentions(drafts: ReadonlyMap<string, Draft>, lines: readonly Line[], known: Spans): void {
  const bySpelling = new Map(
    [...drafts.values()].flatMap((draft) => [...draft.spellings].map((name) => [name, draft] as const)),
  );
  const names = new WordList(bySpelling);
  const families = groupBySurname(drafts);
  for (const { index, text } of lines) {
    for (let at = 0; at < text.length; at += 1) {
      const name = names.startingAt(text, at);
      const end = at + (name ? name.length : surnameWithTitleLength(text, at));
      if (end === at || known.has(index, at)) continue;
      const draft = name ? bySpelling.get(name) : ownerOf(families, text.slice(at, end));
      if (!draft) continue;
      draft.person.mentions.push({ line: index, start: at, end });
      at = end - 1;
    }
  }
}

function ownerOf(families: ReadonlyMap<string, readonly Draft[]>, surnameAndTitle: string): Draft | null {
  const surnameLength = surnameLengthAt(surnameAndTitle, 0);
  const family = families.get(surnameAndTitle.slice(0, surnameLength)) ?? [];
  return ownerOfTitle(family, surnameAndTitle.slice(surnameLength));
}

/** Length of a surname with a title directly behind it (王局长), or 0. */
function surnameWithTitleLength(text: string, at: number): number {
  const surnameLength = surnameLengthAt(text, at);
  if (surnameLength === 0) return 0;
  const title = titleStartingAt(text, at + surnameLength);
  return title && !isAddress(title) ? surnameLength + title.length : 0;
}

/** The one person of those with that surname whose roles end in that title, or null when none or several have. */
function ownerOfTitle(family: readonly Draft[], title: string): Draft | null {
  const owners = family.filter(({ normalisedRoles }) => normalisedRoles.some((role) => role.endsWith(title)));
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

function groupByLine(mentions: readonly PersonMention[]): Map<number, PersonMention[]> {
  const groups = new Map<number, PersonMention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.line);
    if (group) group.push(mention);
    else groups.set(mention.line, [mention]);
  }
  return groups;
}

/** The people a text is about by their surname; families beyond the limit are too large for 王局长 to mean one of them. */
function groupBySurname(drafts: ReadonlyMap<string, Draft>): Map<string, Draft[]> {
  const families = new Map<string, Draft[]>();
  for (const [name, draft] of drafts) {
    if (draft.person.credit) continue;
    const surname = name.slice(0, surnameLengthAt(name, 0));
    const family = families.get(surname) ?? [];
    if (family.length < LARGEST_FAMILY) family.push(draft);
    families.set(surname, family);
  }
  return families;
}

/** 主任 says nothing beside 办公室主任; 市长 beside 副市长 is another office. */
function withoutShortForms(roles: readonly string[]): string[] {
  const repeats = (role: string, other: string): boolean =>
    other.length > role.length && other.endsWith(role) && !OTHER_OFFICE.test(other.slice(0, -role.length));
  return roles.filter((role) => !roles.some((other) => repeats(role, other)));
}

function compareMentions(a: Mention | undefined, b: Mention | undefined): number {
  if (!a || !b) return 0;
  return a.line - b.line || a.start - b.start;
}
