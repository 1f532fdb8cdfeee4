/** How abstracts tell that something came about anew, before and after its name: then it may be a harm even where it is what they are about. */
export const anewBefore =
  /\b(?:incidences?|rates?|risks?|frequenc(?:y|ies)|odds|cases?|episodes?|occurrences?|development|onset|absence|signs?|evidence)\s(?:of|for)\s(?:[\w-]+,?\s){0,4}$|\b(?:developed|develops?|developing|suffer(?:s|ed)|experienc\w+|sustained|caus(?:es?|ed|ing)|induc(?:es?|ed|ing)|increas(?:es?|ed)|rais(?:es?|ed)|worsen(?:s|ed)|aggravat(?:es?|ed)|exacerbat(?:es?|ed)|produc(?:es?|ed)|led to|leads to|resulted in|post-?operative|post-?surgical|post-?procedural|post-?treatment|peri-?operative|intra-?operative|iatrogenic|(?<!\b(?:previous|earlier) )new(?:ly)?(?:[- ](?:onset|developed))?|\w+-(?:induced|related)|de novo|had (?:an? |new |transient |mild |severe |more |fewer |less |no |elevated |\d))\s?(?:[\w-]+\s){0,3}$|\b(?:less|more|fewer|worse)\s(?:[\w-]+\s)?$/i;
export const anewAfter =
  /^(?:s|es)?\s?[[(][^\])]{0,60}?(?:\bn\s?=\s?\d|\d\s?%|\d (?:patients|women|men|children|cases))|^(?:s|es)?\s(?:rates?|incidences?|events?|episodes?|cases?|risks?)\b|^[\w\s(),%/.;:=<>-]{0,40}?\b(?:occurr(?:ed|ing|ence)|developed|appeared|arose|ensued|(?:was|were) (?:\w+ly )?(?:diagnosed|found|seen|observed|noted|detected|identified|reported|recorded|encountered|present))\b|^(?:s|es)?\s(?:after|following|during|under|with|on)\s(?:[\w-]+\s){0,3}(?:surgery|treatment|therapy|operations?|procedures?|infusions?|injections?|an(?:a)?esthesia|biops(?:y|ies)|transplant\w*|vaccinations?|doses?|chemotherapy|radiotherapy|irradiation|implantation|insertion|\w+(?:ectomy|plasty|scopy|tomy|stomy|pexy))\b/i;

/** "Dialysis-induced hypotension": a treatment's doing, unless what did it is no treatment. */
export const causedBy =
  /\b(?!(?:stress|exercise|cancer|tumou?r|alcohol|age|health|disease|vir\w+|hiv|aids|smoking|tobacco|diet|infection|immune|work|sport|pregnancy|obesity|diabetes|hypertension|trauma|cold|noise|heat|sex|race|weather|self|non|un|pain|patient|time|dose|family|food|allergen|gluten|sepsis|injury|illness|symptom|transfer|care|cocaine|opiate)\b)[A-Za-z]{3,}-(?:induced|related)\s(?:[\w-]+\s){0,2}$/i;

/** "Secondary to the ingestion of methysergide", "a ruptured balloon": in a report of somebody, something went wrong. */
export function isBlamed(text: string): boolean {
  return /\b(?:secondary|due|owing|attribut(?:ed|able)) to (?:the |an? )?(?:[\w-]+ )?(?:ingestion|use|administration|intake|injection|infusion|exposure|therapy|treatment|overdose|interaction|placement|insertion|removal)\b|\b(?:induced|caused|triggered|provoked|precipitated) by\b|\bruptur(?:e|ed)\b|\b(?:retained|entrapped|trapped|fractured|migrated|dislodged|embolized|misplaced|kinked|inadvertent(?:ly)?|accidental(?:ly)?)\b/i.test(
    text,
  );
}

/** "We present a girl who …", "a case of … is described". */
export function reportsSomebody(text: string): boolean {
  return (
    /\b(?:describe[ds]?|report(?:ed|s|ing)?|present(?:ed|s)?)\b/i.test(text) &&
    /\b(?:cases?|patients?|girls?|boys?|m[ae]n|wom[ae]n|child(?:ren)?|infants?|neonates?|newborns?|adults?|years?[- ]old)\b/i.test(
      text,
    )
  );
}

/** Only that something did not come about: the sentence that says what did goes first. */
export function isNegative(text: string): boolean {
  return (
    /^(?:•\s*)?(?:there (?:was|were) no|no|none|neither|nobody|without)\b/i.test(text) ||
    (/\b(?:not (?:significantly |statistically )?(?:associated|different|differ)|did not (?:differ|increase|affect|cause)|no (?:significant |statistically significant )?(?:differences?|increase))\b/i.test(
      text,
    ) &&
      !/\d\s?%/.test(text))
  );
}

/**
 * Something was told that nobody wishes for, in words that name no illness: it came more often, had to be undone, was
 * measured beyond a limit, or was lost.
 */
const unwished = [
  /^No (?!differences?|correlations?|associations?|effects?|evidence|benefits?|relation\w*|changes?|data|studies|trials|other|further|additional)(?:[\w-]+ ){1,5}(?:was|were|has been|have been) (?:observed|seen|noted|detected|reported|recorded|encountered|found)\b(?! between)/i,
  /\b(?:showed|had|displayed|exhibited|demonstrated|with|found) (?:[\w-]+ ){0,3}(?:impairments?|deficits?|dysfunction|deteriorations?)\b/i,
  /\b(?:higher|increased|elevated|greater) (?:\w+ )?(?:odds|hazards?|likelihood|probability|risks?|incidence|frequency|occurrence) (?:of|for)\b|\bmore likely to\b|\bpoor (?:overall |progression-free )?(?:survival|outcomes?|OS|PFS|prognosis|graft)\b|\b(?:inferior|prolonged|delayed)\b(?!-release)|\b(?:longer|shorter) (?:hospital|operat\w+|stay|recovery|survival|healing|time to)\b/i,
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: \([^)]{0,30}\))?(?: of (?:whom|them|these))?(?: [\w-]+){0,2} (?:experienced|developed|suffered)\b/i,
  /(?<!\b(?:weight|fat|body|mass) )\bloss\b(?! (?:to|of) follow)/i,
  /\b(?:more|less|equally|as|similarly|somewhat more|slightly more) (?:frequent(?:ly)?|common(?:ly)?|often)\b/i,
  /\b(?:was|were|fared|rated|performed|did|became|got|scored) (?:\w+ ){0,2}worse\b|\bworse (?:outcomes?|results?|function|performance|scores?|prognosis|survival)\b|\bpoorer\b/i,
  /\bhad to be \w+(?:ed|n|t)\b|\b(?:was|were) (?:removed|replaced|revised|repositioned|explanted|drained|reopened|re-?explored|converted|aspirated|evacuated|repaired|sutured|amputated)\b/i,
  /\b(?:needed|required|necessitated|necessary|called for)\b[^.;]{0,60}\b(?:in|for|by) (?:only )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a (?:third|quarter|fifth|tenth)|half)|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: \w+){0,2} (?:needed|required)\b/i,
  /\b(?:above|below|over|under|exceed(?:ed|ing)|greater than|more than|less than|longer than|lower than|higher than|at least|[<>≥≤]) ?(?:\w+ ){0,2}(?:times|upper limit|normal|\d[\d.,]* ?(?:mg|g|ms|mmol|mm|ml|iu|u|%|g\/dl|\/l))/i,
  /\b(?:functions?|GFR|performance|clearance|hearing|filtration(?: rate)?|vision|sight|acuity|sensation|strength|mobility|fertility|memory|taste|smell|continence|potency|ejection fraction|perfusion|saturation|density)\b[^.;]{0,40}\b(?:lost|ceased|declined|fell|dropped|worsened|decreased|diminished|deteriorated|reduced|impaired|poorer|worse|went down|went from|lower|lost|down by|down from)\b|\b(?:loss|lack|decline|fall|drop|reduction|decrease) (?:of|in) (?:\w+ ){0,2}(?:function|GFR|filtration|clearance|hearing|vision|acuity|sensation|strength|mobility|fertility|perfusion|saturation|density|volume|pressure)\b/i,
  /\b(?:was|were) (?:\w+ )?(?:seen|noted|observed|encountered|noticed|diagnosed|detected) in (?:only |just |about |almost )?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|none|no|a (?:third|quarter|fifth|tenth)|half)\b/i,
  /\b(?:lost|missed|forgot|forgotten|torn|broke|broken|blocked|stuck|cloudy|cloudier|hazy|sore|stiff|numb|deaf|lame)\b(?! (?:to|for) follow)/i,
  /\b(?:was|were|became|got|grew|turned|felt|ended|stayed) (?:[\w.]+ ){0,4}(?:shorter|smaller|lighter|thinner|weaker|slower|stiffer|heavier|duller|narrower|wider)\b/i,
  /\b(?:still (?:filled|used|took|needed|on|taking|using)|remained on|kept (?:using|taking))\b/i,
  /\b(?:felt|said|stated|noticed|thought|feared) [^.;]{0,50}\b(?:changed|worse|lost|altered|weaker)\b/i,
  /\b(?:above|below|over|under|beyond|outside) (?:the )?(?:ideal|normal|limits?|range|desired|target|reference|threshold)\b|\b(?:was|were|rose|fell) (?:above|below|over|under) \d/i,
  /\bpressure (?:rose|went up|increased|climbed)\b|\bnew (?:\w+ )?(?:defects?|lesions?|opacities|deficits?|shadows|findings)\b|\b(?:forceps|instrumental deliver\w+|vacuum extraction|rescue|(?:bacteria|germs|organisms) (?:grew|were grown))\b/i,
  /\b(?:came out|came back|fell (?:off|out|more|less)|went wrong|gave way|slipped|slippage|got stuck|did not heal|non-?healing|unhealed|grew into|wore off|wore out)\b|\bmSv\b|\bradiation exposure\b|\bdose intensity\b|\bplanned (?:cycles|doses|treatments?|courses?)\b|\brais(?:ed|es?) (?:\w+ )?(?:two|three|four|five|ten|\d+)-?fold\b|\bgained\b|\b(?:crude|excess|operative|hospital) survival\b/i,
];
const wished =
  /\b(?:respon\w+|remissions?|improv\w+|recover\w+|better|cured?|success\w*|benefit\w*|satisf\w+|effective\w*|eradicat\w+|normali[sz]\w+|sensitivity|specificity|accura\w+|correlat\w+|agreement|expression|express(?:ed)?|genes?|polymorphism\w*|genotypes?|prevalence)\b/i;

export function isUnwished(text: string): boolean {
  return !wished.test(text) && unwished.some((one) => one.test(text));
}

const treatment =
  /\b(?:surg\w+|operat(?:ed|ions?|ive)|treat(?:ed|ments?)|administ\w+|medications?|medicines?|tablets?|regimens?|therap\w+|drugs?|doses?|mg|randomi[sz]ed|procedures?|inject\w+|infus\w+|graft\w*|transplant\w*|implant\w*|vaccin\w+|catheter\w*|cannula\w*|biops\w+|an(?:a)?esthesia|an(?:a)?esthetic|radiation|irradiat\w+|radiotherapy|chemo\w+|prophyla\w+|supplement\w*|dialysis|transfus\w+|intubat\w+|ventilat\w+|users?|inhibitors?|blockers?|agents?|steroids?|hormones?|devices?|prosthe\w+|lasers?|contrast|sedation|stimulation|denervation|blocks?|feeding|banding|resurfacing|donation|stent\w*|screening|interventions?|exposed|ingest\w+|overdos\w+|pills?|drops|users?|braces|pumps?|shunts?|sutur\w+|mesh(?:es)?|chewing|stockings|births?|analges\w+|epidurals?|spinal block|antibiotics?|anti(?:psychotic|depressant|convulsant|hypertensive|coagul\w+|epileptic|viral|histamine|platelet)s?|insulin|aspirin|heparin|warfarin|lithium|opioids?|morphine|contracepti\w+|statins?|\w{3,}(?:ectomy|ectomies|plasty|plasties|scopy|scopies|tomy|tomies|stomy|stomies|pexy|pexies|mab|nib|statins?|cillin|mycin|olol|prazole|platin|apine|idone|formin|tinoin|sone|solone|cycline|azole|ciclovir|parin|tidine|oxacin|barbital|caine|curium|flurane|fentanil|sartan|semide|gliptin|glitazone|glutide|dronate|setron|triptan|taxel|rubicin|trexate|poetin|grastim|feron|cept|dipine|zosin|steride|oxetine|azepam|triptyline))\b/i;

const body =
  "(?:hearts?|lungs?|kidneys?|livers?|eyes?|bones?|hips?|knees?|spine|brains?|memory|mood|mind|growth|height|weight|waist|voice|hearing|vision|skin|hair|teeth|tooth|roots?|breasts?|newborns?|f(?:o)?etus(?:es)?|pregnanc(?:y|ies)|babies|infants?|(?:blood |intraocular )?pressure|arter(?:y|ies)|vessels?|veins?|vitamin \\w+|fertility|thyroid|functions?|muscles?|nerves?|gut|bowel|stomach|platelets?|blood|sperm|ovar(?:y|ies)|testis|testes|sleep|cognition|school|driving|taste|smell|body composition|cancers?|fractures?|density)";
const askedOfBody = new RegExp(
  `\\band (?:the )?(?:[\\w-]+ ){0,2}${body}\\b|\\b${body}\\b (?:[\\w-]+ ){0,3}(?:after|following|under|during|given|on|and)\\b|\\b(?:change|affect|alter|influence|impair|harm|lengthen|raise|increase|cause|lead to|worsen|hinder|delay|predispose|compromise|endanger|damage)s?\\b`,
  "i",
);

/** "Hearing after cisplatin", "Does an epidural lengthen labour?": a treatment's doing is what the title asks for. */
export function asksWhatItDoes(title: string): boolean {
  return treatment.test(title) && askedOfBody.test(title);
}

/** That a measure went one way or the other, or neither. */
export const changes =
  /\b(?:lower|higher|fell|rose|lost|found|seen|shorter|longer|larger|smaller|went|declin\w+|decreas\w+|increas\w+|reduc\w+|worse\w*|more|less|same|unchanged|change[ds]?|differ\w*|similar|alike|grew|gr(?:ow|ew)n?|thinner|thicker|normal|abnormal)\b/i;

/** Whether anything was done to those an abstract speaks of. */
export function ofTreatment(text: string): boolean {
  return treatment.test(text);
}
