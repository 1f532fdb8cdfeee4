import { isFirstOfArms, isOneOfSome, isSumOfArms } from "./participants-arms";
import { type Place, weaknessOf } from "./participants-place";
import { fared, isProfessional, received, repliesFrom, took } from "./participants-words";

const acted =
  /\b(?:enrol+(?:ed|ing|s)?|randomi[sz](?:ed|ing)|randomly (?:assigned|allocated)|recruit(?:ed|ing)|included|studied|assigned|allocated|entered|registered|accrued)\s+(?:a total of\s+)?$/i;
const did =
  /\b(?:we|study|trial|analysis|cohort|authors|investigators|data ?set|survey|review|sample|series)\s+(?:\w+ly\s+|also\s+|then\s+|prospectively\s+|retrospectively\s+)?(?:treated|evaluated|analy[sz]ed|assessed|examined|followed|investigated|surveyed|interviewed|tested|reviewed|identified|compared|observed|monitored|comprised|involved|covered|consisted of)\s+(?:the (?:data|records|charts|files|medical records) of\s+)?$/i;
const doneAmong =
  /\b(?:conducted|performed|carried out|undertaken|done|made|obtained|collected|gathered|administered)\s+(?:[\w-]+\s+){0,6}?(?:among|in|on|with|from|of)\s+$|\b(?:conducted|performed|carried out|undertook|did)\s(?:an?|this|the|our)\s[^.;]{0,70}\b(?:study|trial)\b[^.;]{0,70}\bin\s+$/i;
const groupOf =
  /\b(?:sera|serum|plasma|blood|specimens|sample|cohort|series|group|population|data ?sets?|(?:data|records|charts|results|samples|information|responses|files)(?: (?:were|was) [\w-]+)?|analysis|study|trial|experience|survey|course|interviews?|questionnaires?)\s+(?:[\w-]+\s+){0,3}?(?:of|from|in|with|for|among|comprising|consisting of|including|involving)\s+$/i;
const blank = "[^.;]{0,150}?";
const then = new RegExp(
  `^${blank}\\b(?:were|was|are|have been|had been|underwent)\\s+(?:[\\w-]+ly\\s+|then\\s+|finally\\s+|also\\s+|prospectively\\s+|randomi[sz]ed and\\s+|(?:screened|recruited|consented|selected) and\\s+)?(?:${took}|randomi[sz]ation)\\b`,
  "i",
);
const thenDid = new RegExp(
  `^${blank}\\b(?:(?:were|was|had|have|has|are)\\s+(?:been\\s+)?(?:[\\w-]+ly\\s+|then\\s+|also\\s+)?)?(?:${received})\\b`,
  "i",
);
const joinedIn =
  /^[^.;,]{0,120}?\b(?:participated|took part|enrol+ed in|gave (?:written )?(?:informed )?consent|entered|responded|replied|answered|started|joined)\b/i;

/** How plainly a number of people is said to be the whole study's: 6 where it can't be said better, from 3 up where it is likely. */
export function strengthOf(place: Place): number {
  const weakness = weaknessOf(place);
  if (weakness !== null) return weakness;
  const { nounEnd, nouns, counts, at, first, before, after, total, studyOf } = place;
  const { text, role, order } = place.sentence;
  const { value, start, end } = place.count;
  // ", 12 of whom fulfilled other criteria," says something in passing.
  const plain = after.replace(/,[^,;.]{0,50}\bof whom\b[^,;.]{0,80},/i, ",");
  const gap = (pattern: RegExp): boolean => {
    const match = pattern.exec(plain);
    if (!match) return false;
    const between = match[0].replace(
      /\b(?:who|that|which|whose)\s+(?:\w+ly\s+)?(?:were|was|had|have|has|are|did)\b/gi,
      "",
    );
    const verbs = between.match(/\b(?:were|was|had|died|developed|achieved|experienced|showed|reported)\b/gi) ?? [];
    return (
      verbs.length <= 1 &&
      !/\band\s+(?:\d|[a-z]+teen|[a-z]+ty)\b.*\bwere\b/i.test(between) &&
      !/\bof (?:whom|these|them)\b/i.test(between)
    );
  };
  if (
    repliesFrom.test(text.slice(end, end + 60)) &&
    /\b(?:there were|received|obtained|got|analy[sz]ed)\s+$/i.test(before)
  )
    return 4;
  // "330 women were found to have had a clot": what befell some of them.
  if (/^\s+(?:were|was) (?:found|noted|known|shown|seen) to (?:have|be)\b/i.test(after) && !total) return 0;
  if (isFirstOfArms(text, value, start, nounEnd) || isOneOfSome(text, value, start, nounEnd)) return 0;
  if (isSumOfArms(text, value, nounEnd)) return 5;
  if (
    /^\s+randomi[sz]ed\s+(?:patients|participants|subjects|adults|children|women|men|people)$/i.test(
      text.slice(end, nounEnd),
    )
  )
    return 5;
  const inclusion = gap(then);
  if (
    /^(?:Of|Among|Out of) (?:the |all )?$/.test(before) &&
    /^(?:\s+with [^,.;]{1,50}?)?\s+(?:[\w-]+ly\s+)?(?:enrol+ed|randomi[sz]ed|included|recruited)\b(?! (?:to|from)\b)/i.test(
      after,
    )
  )
    return 5;
  const toOneArm = /^[^.;]{0,60}?\b(?:randomi[sz]ed|assigned|allocated)\b(?:\s+\w+ly)?\s+to\b/i.test(after);
  const oneArm =
    toOneArm &&
    !total &&
    !/\b(?:or|either|both|one of|1 of|study (?:treatment|drug|medication)|(?:allocated|assigned|randomi[sz]ed) to treatments?(?=[.,;]|$)|cross-?over|each|1\s?:\s?1|2\s?:\s?1|versus|vs|two|three|four|groups|arms)\b/i.test(
      after.slice(0, 200),
    );
  if (oneArm) return 0;
  const joining = joinedIn.exec(after)?.[0].length ?? 0;
  const firstNamed = nouns.slice(0, at).every((noun) => noun === null);
  // "Eighteen young people and twelve parents took part".
  if (joining > 0 && !total && counts.some((one, other) => other > at && nouns[other] && one.start < nounEnd + joining))
    return 0;
  const joined = joining > 0 && firstNamed;
  if (
    total &&
    (inclusion ||
      joined ||
      gap(thenDid) ||
      acted.test(before.replace(/a total of\s+$/i, "")) ||
      doneAmong.test(before.replace(/(?:a )?total of\s+$/i, "")) ||
      groupOf.test(before.replace(/(?:a )?total of\s+$/i, "")))
  )
    return 6;
  if (
    inclusion &&
    !/^[^.;]{0,150}?\bincluded (?:in|for) (?:the |this |our )?(?:[\w-]+ ){0,3}(?:analys|evaluation|safety|efficacy|per-protocol)/i.test(
      after,
    )
  )
    return 5;
  if (inclusion) return 4;
  if (joined) return 5;
  if (acted.test(before)) {
    // "assigned 60 patients to A and 58 to B"
    return /^[^.;]{0,120}?\bto\b[^.;]{0,80}?\band\s+(?:\d|[a-z]+teen\b|[a-z]+ty\b)/i.test(after) ? 0 : 5;
  }
  if (
    /\b(?:subjects|participants|patients|respondents|sample|population|cohort) (?:were|was|comprised|consisted of)\s+$/i.test(
      before,
    )
  )
    return 5;
  if (role === "people" && start <= 30 && (value > 3 || first) && !/\b(?:group|arm)\b/i.test(after.slice(0, 90)))
    return 5;
  if (
    /\b(?:study|patient|whole|final) (?:group|population|sample|cohort) (?:was )?(?:comprised|included|consisted|composed|contained)(?: of)?\s+$/i.test(
      before,
    )
  )
    return 5;
  if (did.test(before) || doneAmong.test(before)) return 4;
  // "we reviewed 612 punctures in 139 adults": what was done is counted, and in whom.
  if (
    /\b(?:\d[\d,]*|[a-z]+)\s+(?:[\w-]+\s+){0,2}?(?:procedures|occlusions|aneurysms|fractures|grafts|tumou?rs|punctures|episodes|eyes|pregnancies|cycles|transplant(?:ation)?s|transfusions|infusions|injections|operations|splenectomies|biopsies|samples|courses|sessions|donations|apheres[ie]s|visits|admissions|implants|lesions|teeth|hips|knees)\s+(?:\([^)]{0,40}\)\s+)?(?:in|from|of|among|by)\s+$/i.test(
      before,
    ) &&
    (role === undefined || role === "methods" || role === "people" || role === "mixed" || role === "results")
  )
    return 4;
  if (
    /\bthe\s+$/i.test(before) &&
    /^\s+(?:studied|enrol+ed|randomi[sz]ed|included|recruited|who took part)\b/i.test(after)
  )
    return 4;
  if (
    /^(?:All\s+|In these\s+)$/.test(before) &&
    !/^\s+(?:with|who|whose|for|in|from|of)\b/i.test(after) &&
    (/^In/.test(before) || gap(thenDid) || gap(then))
  )
    return 4;
  if (
    /\bwe (?:\w+ly )?(?:studied|investigated|examined|assessed|evaluated|analy[sz]ed|measured|tested|sequenced|genotyped|typed|followed|traced|determined|compared|reviewed)\b[^.;]{0,160}\b(?:among|in)\s+$|\bwe (?:used|tried|gave)\b[^.;]{0,100}\bto treat\s+$/i.test(
      before,
    )
  )
    return 4;
  if (
    role === "people" &&
    /\b(?:among|of|in|with|included?)\s+$/i.test(before) &&
    nouns.filter((noun) => noun !== null).length === 1
  )
    return 4;
  if (
    /^\s+(?:who )?(?:met|fulfilled|satisfied) (?:the |all |our |these )*(?:inclusion|eligibility|entry|study|selection) criteria\b/i.test(
      after,
    ) &&
    start <= 70
  )
    return 4;
  if (/\bwe analy[sz]ed data (?:from|of) [^.;]{0,90}, including\s$/i.test(before)) return 4;
  if (
    /^(?:Of|Among) (?:the |all )?$/.test(before) &&
    /^\s+(?:in (?:our|the|this) (?:cohort|study|sample|series|analysis)|included|analy[sz]ed|studied),/i.test(after)
  )
    return 4;
  const further = text.slice(Math.max(0, start - 300), start);
  const early = role === "methods" || role === "people" || role === "mixed" || (role === undefined && order <= 4);
  if (
    /^[^.;]{0,160}?\b(?:as well as|and) (?:an?|one|another|the) (?:second|third|fourth|fifth|sixth|further|additional|other)\b/i.test(
      after,
    )
  )
    return 0;
  if (
    /\b(?:report|describe|present)(?:ed|s)?\s(?:here\s)?(?:on\s)?(?:the\s(?:cases|case histories|findings|clinical findings)\s(?:of|in)\s)?$/i.test(
      before,
    ) ||
    (start === 0 && /^[^.;]{0,140}?\b(?:are|were) (?:reported|presented|described)\b/i.test(after))
  )
    return 4;
  if (
    (early || (role === "aim" && /^To\b/.test(text))) &&
    /\b(?:was|were|has been|have been)\s(?:[\w-]+ly\s)?(?:studied|investigated|evaluated|examined|assessed|measured|determined|compared|performed|used|tested|analy[sz]ed|reviewed|followed|implanted|given|surveyed|administered|attempted|obtained|employed|applied|monitored)\b[^.;]{0,200}?\b(?:in|among)\s(?:a (?:series|group|sample|cohort) of\s)?(?:each of\s)?$/i.test(
      further,
    ) &&
    !/\d[^.;]{0,40}\b(?:in|among)\s$/i.test(before.slice(-60))
  )
    return 4;
  if (
    early &&
    start <= 130 &&
    /\b(?:of|in|from|for)\s$/i.test(before) &&
    !/\d/.test(text.slice(0, start)) &&
    /^[^.;]{0,140}?\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:presented|reported|described|reviewed|surveyed|analy[sz]ed|studied|evaluated|examined|assessed|compared|investigated)\b/i.test(
      after,
    )
  )
    return 4;
  if (role === "aim") return 0;
  if (groupOf.test(before) || studyOf) return 4;
  if (/\b(?:given|administered|offered)\b[^.;]{0,50}\bto\s+$/i.test(before)) return 4;
  // "Between May 2018 and June 2020, 61 patients …".
  const opening = text.slice(0, start).replace(/^(?:Between|From|During|In|Since)\b[^.;]{0,70}\d{4},?\s*/, "");
  const leading =
    opening.trim().split(/\s+/).filter(Boolean).length <= 9 &&
    opening.length <= 70 &&
    !/\b(?:in|of|for|by|than|to)\s+$/i.test(before);
  if (leading && early && gap(thenDid)) return 4;
  if (total) return 4;
  if (
    /\bthere were\s+$/i.test(before) &&
    /(?:respondents|participants|interviewees)$|^\s+(?:responses|replies|answers) from people$/i.test(
      text.slice(end, nounEnd),
    )
  )
    return 4;
  const opens =
    start === 0 &&
    value >= 4 &&
    ((role === undefined && order <= 1) || ((role === "methods" || role === "people" || role === "mixed") && first));
  // "Twenty consecutive women (age 43 to 61)." alone: the participants line of an abstract that has lost its labels.
  const alone =
    start === 0 &&
    !/\b(?:were|was|had|has|have|is|are|did|died|developed|experienced|remained|received|completed|finished|dropped|stopped|responded|relapsed|improved|needed|refused|withdrew|reported|achieved|showed|gained|lost|suffered|discontinued|complained|tolerated|survived|met|reached|recovered|underwent|took|used|felt|noticed|described|demonstrated|exhibited|required|bled|failed|preferred)\b/i.test(
      text,
    ) &&
    text.length < 260 &&
    order < 8;
  if (alone && (role === undefined || role === "methods" || role === "people"))
    return isProfessional(text.slice(end, nounEnd)) ? 3 : 4;
  if (opens && /^[^.;]*\b(?:were|was|had|received|underwent|\w+ed)\b/.test(after) && !fared.test(after)) return 4;
  if (
    role === "results" &&
    first &&
    leading &&
    gap(
      /^[^.;]{0,60}?\bwere\s+(?:treated|evaluable|analy[sz]ed|studied|evaluated|followed|available|vaccinated|infused|transplanted|interviewed|tested|operated|identified|found|traced)\b/i,
    )
  )
    return 4;
  if (/^(?:Of|Among|In|From)\s+(?:the\s+|our\s+)?$/.test(before) && /^(?:\s+(?:with|who)\b[^,.;]{0,60})?,/.test(after))
    return 3;
  return 1;
}
