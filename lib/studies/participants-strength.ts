import type { Count } from "./counted-things";
import { isProfessional, partOf, received, repliesFrom, screened, took, whole } from "./participants-words";
import type { Sentence } from "./sections";

/** Those a study means to find are not yet those who took part, "a total of" or not. */
const meant =
  /\b(?:will|would|shall|planned|to be (?:enrol+ed|recruited|randomi[sz]ed|included|studied)|(?:is|are|was|were) (?:estimated|calculated|anticipated|expected|required|needed|necessary)(?! to (?:stop|discontinue|take|have|complete|fast|attend|return|wear|use))|sample size|target|power)\b/i;

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
const comparedWith =
  /^[^.;]{0,80}?\b(?:and|plus|or|with|versus|vs\.?|as well as)\s+(?:an? |the )?(?:equal number of|(?:[\w-]+\s+){0,5}?(?:controls?|comparators?)\b(?! (?:group|arm)))|^[^.;:]{0,160}?\b(?:with|and|versus|vs\.?)\s+(?:\d[\d,]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|another|others|those))\s+(?:who|that|in the|given|treated|receiving|on)\b|^[^.;:]{0,80}?\band (?:of|from|in) (?:\d[\d,]*|an? |healthy)/i;

export function strengthOf(
  { text, role, order }: Sentence,
  { value, start, end }: Count,
  nounEnd: number,
  nouns: (number | null)[],
  counts: Count[],
  at: number,
  first: boolean,
): number {
  const before = text.slice(Math.max(0, start - 140), start);
  const following = text.slice(nounEnd, nounEnd + 320);
  const after = following.replace(/\s*\((?!\s*[\d.,]+\s?%)[^()]{0,160}\)/g, "").slice(0, 260);
  const clause = /[^,;:(]*$/.exec(before)?.[0] ?? "";
  const total = whole.test(before) || /^[^.,;]{0,50}\b(?:in total|in all|altogether)\b/i.test(after);
  const drawnOf =
    /\b(?:screened|assessed|evaluated|approached|invited|contacted|considered)\b[^.;]{0,60}(?:\bof (?:whom|which)|[;,](?: and)?(?: of (?:these|them),?)?)\s+$/i.test(
      before,
    ) &&
    /^\s+(?:\(\d[^)]{0,8}\)\s+)?(?:were |was )?(?:randomi[sz]ed|randomly|enrol+ed|included|recruited)\b/i.test(
      text.slice(nounEnd),
    );
  const studyOf = /\b(?:study|trial|cohort|series|analysis|survey|data|sample)\b[^.;,\d]{0,40},?\s+including\s+$/i.test(
    before,
  );
  if (partOf.test(before) && !total && !drawnOf && !studyOf) return 0;
  if (/\b(?:compared|contrasted|matched) (?:with|to) (?:(?:those|that) (?:of|in|from) )?(?:the )?$/i.test(before))
    return 0;
  // "Serum of 213 donors and of 97 patients": two groups, and no number for both.
  if (/\d[^.;]{0,60}\band (?:of|from|in)\s+$/i.test(before) && !total) return 0;
  if (
    /\b(?:out )?of\s+(?:the\s+)?$/i.test(before) &&
    /(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|none|all|most|half|majority|\w+%))\)?\s+(?:\([^)]{0,30}\)\s+)?(?:out )?of\s+(?:the\s+)?$/i.test(
      before,
    )
  )
    return 1;
  // "(22%)" makes it a part; "(55% girls)" says who they were.
  if ((isShare.test(after) || isShare.test(text.slice(end))) && !drawnOf) return 0;
  if (/\([^)]*$/.test(before) && !total) return 0;
  if (/^\s+assessed,/.test(after) && !total) return 0;
  if (/\b(?:screened|potential|invited|approached|contacted|excluded)\b/i.test(text.slice(end, nounEnd))) return 0;
  if (/^[^.;]{0,90}\((?:cases|controls?)\)/i.test(following) && !total) return 0;
  // "1 9 patients": a figure that was torn apart.
  if (/(?<!\b(?:19|20)\d)\d\s$/.test(before)) return 0;
  if (/\bper\b|\bmillion\b/.test(text.slice(end, nounEnd))) return 0;
  if (
    /\b(?:previous|prior|earlier|published|literature|nationwide|worldwide|annually|each year|estimated)\b/i.test(
      clause,
    )
  )
    return 0;
  if (/^[^.;,]{0,60}?\bfrom\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:trials|studies|publications)\b/i.test(after)) return 0;
  const tail = after.slice(0, 90);
  const intoGroups =
    /\bgroups\b|\bgroup\b.*\bgroup\b|\barms\b|\b(?:or|either|versus|vs)\b[^.;]*\b(?:group|arm)\b/i.test(
      after.slice(0, 200),
    );
  if (
    /^[^.;,:]{0,60}\b(?:in|to|into|on)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:group|arm|cohort)\b/i.test(tail) &&
    !/^\s+in (?:our|this|the (?:study|whole|entire|final)) cohort\b/i.test(tail) &&
    !total &&
    !intoGroups
  )
    return 0;
  if (
    /(?<![-\w])(?:groups?|arms?|cohorts? (?:\d|[A-Z]\b|I+\b))[^.;]{0,12}$/.test(clause) &&
    !/\b(?:study|whole|entire|patient) groups?\b|\ba group of\s+$/i.test(clause) &&
    !total
  )
    return 0;
  const drawn = /^[^.;,\d]{0,40}(?:\d+\S{0,4}[^.;,\d]{0,60})?\b(?:were|was) (?:randomly |randomi[sz]ed)/i.test(after);
  // "A total of 1,577 were screened; 1,142 …".
  if (
    /^[^.;,]{0,40}?\b(?:was|were)(?: \w+ly)? (?:screened|approached|invited|contacted)\b(?!,? (?:and|or|then) )/i.test(
      after,
    )
  )
    return 0;
  if (screened.test(text.slice(nounEnd, nounEnd + 70).split(/,|;|\band (?=\d)/)[0] ?? "") && !total && !drawn) return 0;
  if (meant.test(after.slice(0, 110).split(/[,;]|\band (?=\d)/)[0] ?? "")) return 0;
  if (
    /\b(?:sample size|target(?:ed)? (?:sample|number|enrol+ment|recruitment|accrual|size|of|was|is)|power|plan(?:s|ned)? to \w+|aims? to (?:enrol+|recruit|include))\b[^,;]{0,60}$/i.test(
      clause,
    ) &&
    !/\b(?:reached|achieved|exceeded|met)\b/i.test(clause)
  )
    return 0;
  if (screened.test(clause.split(/\band\s+(?=\S*$|$)/).at(-1) ?? "")) return 0;
  // Other people's studies: "14 studies that enrolled 2,310 patients".
  if (/\b(?:studies|trials|RCTs|articles|reports|publications|papers|cohorts)\b[^.;]{0,70}$/i.test(before)) return 0;
  // "40 patients and 35 controls": no total is said, and none is made.
  const others = nouns.some((noun, other) => {
    const next = counts[other];
    // "Out of 19 patients, 18 patients were male".
    if (other > at && /^(?:Of|Among|Out of|From) (?:the |all )?$/.test(before)) return false;
    return (
      noun !== null &&
      other !== at &&
      next &&
      /^\s*(?:,?\s*and|or|plus|versus|vs\.?|with|,)\s*(?:another |an? )?$/i.test(
        other > at
          ? text.slice(nounEnd, next.start).replace(/^\s+(?:with|who|having|\([^)]*\))[^,.;]{0,60}?(?=\s+and\s)/i, "")
          : text.slice(noun, start).replace(/^\s+(?:with|who|having|\([^)]*\))[^,.;]{0,60}?(?=\s+and\s)/i, ""),
      )
    );
  });
  // "300 participants, 150 with lupus and 150 healthy": the parts add up, so the first is the whole.
  const parts = counts.reduce((sum, one, other) => (other > at && nouns[other] !== null ? sum + one.value : sum), 0);
  const twoSexes = /^\s+and (?:\d[\d,]*|[a-z-]+) (?:[\w-]+ ){0,2}(?:fe)?(?:males?|men|women|boys|girls)\b/i.test(
    text.slice(nounEnd),
  );
  if (
    (others || controlsJoined(text, nounEnd)) &&
    (!total || twoSexes) &&
    parts !== value &&
    !isSumOfArms(text, value, nounEnd)
  )
    return 0;
  // "2,590 were treated before, of whom 424 were enrolled".
  if (
    /^[^.;]{0,120}\bof whom (?:\d[\d,]*|[a-z-]+) [^.;]{0,80}\b(?:enrol+ed|randomi[sz]ed|randomly|recruited)\b/i.test(
      after,
    ) &&
    !/^[^,]{0,80}\b(?:enrol+ed|randomi[sz]ed|randomly|recruited|included)\b/i.test(after)
  )
    return 0;
  if (comparedWith.test(after.slice(0, 220)) && !total && !partsAddUp(text, value, nounEnd)) return 0;

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
  if (role === "people" && start <= 30 && (value > 3 || first) && !/\b(?:group|arm)\b/i.test(tail)) return 5;
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
    !/\b(?:were|was|had|has|have|is|are|did|died|developed|experienced|remained|received|completed|finished|dropped|stopped|responded|relapsed|improved|needed|refused|withdrew)\b/i.test(
      text,
    ) &&
    text.length < 260 &&
    order < 8;
  if (alone && (role === undefined || role === "methods" || role === "people"))
    return isProfessional(text.slice(end, nounEnd)) ? 3 : 4;
  if (
    opens &&
    /^[^.;]*\b(?:were|was|had|received|underwent|\w+ed)\b/.test(after) &&
    !(role === undefined && order > 0 && /^\s+had\b/.test(after))
  )
    return 4;
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

/** "A total of 1455 patients received A, 1456 received B": the first of the arms, whatever stands before it. Parts that add up to it are none. */
function isFirstOfArms(text: string, value: number, start: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 300);
  if (
    !/^[^.;(\d]{0,30}\b(?:received|got|were (?:given|assigned|allocated|randomi[sz]ed|treated)|to receive|prescribed|took|used|taking|using|exposed)\b/i.test(
      rest,
    )
  )
    return false;
  const others = [
    ...rest.matchAll(
      /,?\s(?:and\s)?(\d{1,3}(?:,\d{3})+|\d+)(?:\s(?:patients?|participants?|people|subjects?|children|adults|women|men|infants))?\s(?:received|got|(?:were )?(?:given|assigned|allocated|randomi[sz]ed|treated|prescribed|exposed)|took|used|taking|using|to (?!\d)[a-z]+)/gi,
    ),
  ].map((match) => Number((match[1] as string).replace(/,/g, "")));
  const sum = others.reduce((total, one) => total + one, 0);
  // "56 patients received ILF and 58 ELF".
  if (
    /^\s+(?:received|got|took)\s(?:[\w+/-]+\s){1,4}(?:and|while|,)\s?\d+\s(?!(?:mg|g|ml|mcg|weeks?|days?|months?|years?|cycles?|doses?|times|patients)\b)[A-Za-z]/.test(
      rest,
    )
  )
    return true;
  return (
    start >= 0 &&
    others.length > 0 &&
    others.some((one) => one > value * 0.4) &&
    (others.length === 1 || Math.abs(sum - value) > value * 0.02)
  );
}

/** "12 healthy men and 12 healthy women", "336 patients in one group and 165 in the other", "14 had this, 10 had that": nobody says how many in all. */
function isOneOfSome(text: string, value: number, start: number, nounEnd: number): boolean {
  const before = text.slice(Math.max(0, start - 70), start);
  const rest = text.slice(nounEnd, nounEnd + 200);
  return (
    /\b(?:\d+|\w+teen|twelve|eleven|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s){0,3}(?:males?|females?|men|women|boys|girls)\sand\s$/i.test(
      before,
    ) ||
    (/^\s+in (?:the\s)?[\w-]+(?: [\w-]+){0,3} (?:group|arm),? and (?:in )?\d/i.test(rest) &&
      !isSumOfArms(text, value, nounEnd)) ||
    /^\s+had\b[^.;]{0,110},\s(?:and\s)?(?:\d+|\w+teen|\w+ty(?:-\w+)?|ten|nine|eight|seven|six|five|four)\s(?:[\w-]+\s)?had\b/i.test(
      rest,
    )
  );
}

/** Numbers looked at for arms; a table in disguise has hundreds. */
const MOST_ARMS = 12;

const isShare =
  /^\s*[([]\s*[\d.,·]+\s?%(?!,? (?:girls|boys|women|men|females?|males?|of (?:them|whom) (?:were )?(?:girls|women|men|females?|males?))\b)/i;

/** "435 patients were randomized 214 to surgery and 221 to surgery plus radiotherapy": the arms add up to it, so it is the whole. */
function isSumOfArms(text: string, value: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 400);
  const told = /\b(?:randomi[sz]ed|assigned|allocated|divided)\b/i.exec(rest);
  return Boolean(told) && (told?.index ?? 0) <= 180 && partsAddUp(text, value, nounEnd);
}

/** Two or three numbers after it make it up. */
function partsAddUp(text: string, value: number, nounEnd: number): boolean {
  const rest = text.slice(nounEnd, nounEnd + 400);
  const arms = [...rest.matchAll(/(?<![\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,·]*\d|\s?%|[-–/])/g)]
    .slice(0, MOST_ARMS)
    .map((match) => Number((match[1] as string).replace(/,/g, "")));
  return arms.some(
    (one, at) =>
      one > 1 &&
      arms.some(
        (other, next) =>
          next > at &&
          other > 1 &&
          (one + other === value ||
            arms.some((third, last) => last > next && third > 1 && one + other + third === value)),
      ),
  );
}

function controlsJoined(text: string, nounEnd: number): boolean {
  return /^(?:\s+with[^,.;]{0,60}|\s*\([^)]{0,60}\))?,?\s+(?:and|plus|as well as|versus|vs\.?)\s+(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s+(?:[\w-]+\s+){0,5}(?:controls?|volunteers|donors|relatives|siblings|partners|caregivers|carers|parents|mothers|infants|clinicians|physicians|nurses)\b/i.test(
    text.slice(nounEnd, nounEnd + 160),
  );
}
