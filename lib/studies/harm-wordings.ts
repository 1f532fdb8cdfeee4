/** How abstracts tell that something came about anew, before and after its name: then it may be a harm even where it is what they are about. */
export const anewBefore =
  /\b(?:incidences?|rates?|risks?|frequenc(?:y|ies)|odds|cases?|episodes?|occurrences?|development|onset|absence|signs?|evidence)\s(?:of|for)\s(?:[\w-]+,?\s){0,4}$|\b(?:developed|develops?|developing|suffer(?:s|ed)|experienc\w+|sustained|caus(?:es?|ed|ing)|induc(?:es?|ed|ing)|produc(?:es?|ed)|led to|leads to|resulted in|post-?operative|post-?surgical|post-?procedural|post-?treatment|peri-?operative|intra-?operative|iatrogenic|(?<!\b(?:previous|earlier) )new(?:ly)?(?:[- ](?:onset|developed))?|\w+-(?:induced|related)|de novo|had (?:an? |new |transient |mild |severe |more |fewer |less |no |elevated |\d))\s?(?:[\w-]+\s){0,3}$|\b(?:less|more|fewer|worse)\s(?:[\w-]+\s)?$/i;
export const anewAfter =
  /^(?:s|es)?\s(?:rates?|incidences?|events?|episodes?|cases?|risks?)\b|^[\w\s(),%/.;:=<>-]{0,40}?\b(?:occurr(?:ed|ing|ence)|developed|appeared|arose|ensued|(?:was|were) (?:\w+ly )?(?:diagnosed|found|seen|observed|noted|detected|identified|reported|recorded|encountered|present))\b|^(?:s|es)?\s(?:after|following|during|under|with|on)\s(?:[\w-]+\s){0,3}(?:surgery|treatment|therapy|operations?|procedures?|infusions?|injections?|an(?:a)?esthesia|biops(?:y|ies)|transplant\w*|vaccinations?|doses?|chemotherapy|radiotherapy|irradiation|implantation|insertion|\w+(?:ectomy|plasty|scopy|tomy|stomy|pexy))\b/i;

/** "Dialysis-induced hypotension": a treatment's doing, unless what did it is no treatment. */
export const causedBy =
  /\b(?!(?:stress|exercise|cancer|tumou?r|alcohol|age|health|disease|vir\w+|hiv|aids|smoking|tobacco|diet|infection|immune|work|sport|pregnancy|obesity|diabetes|hypertension|trauma|cold|noise|heat|sex|race|weather|self|non|un|pain|patient|time|dose|family|food|allergen|gluten|sepsis|injury|illness|symptom|transfer|care|cocaine|opiate)\b)[A-Za-z]{3,}-(?:induced|related)\s(?:[\w-]+\s){0,2}$/i;

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
  /\b(?:more|less|equally|as|similarly|somewhat more|slightly more) (?:frequent(?:ly)?|common(?:ly)?|often)\b/i,
  /\b(?:was|were|fared|rated|performed|did|became|got|scored) (?:\w+ ){0,2}worse\b|\bworse (?:outcomes?|results?|function|performance|scores?|prognosis|survival)\b|\bpoorer\b/i,
  /\bhad to be \w+(?:ed|n|t)\b|\b(?:was|were) (?:removed|replaced|revised|repositioned|explanted|drained|reopened|re-?explored|converted|aspirated|evacuated|repaired|sutured|amputated)\b/i,
  /\b(?:needed|required|necessitated|necessary|called for)\b[^.;]{0,60}\b(?:in|for|by) (?:only )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a (?:third|quarter|fifth|tenth)|half)|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: \w+){0,2} (?:needed|required)\b/i,
  /\b(?:above|below|over|under|exceed(?:ed|ing)|greater than|more than|less than|longer than|lower than|higher than|at least|[<>≥≤]) ?(?:\w+ ){0,2}(?:times|upper limit|normal|\d[\d.,]* ?(?:mg|g|ms|mmol|mm|ml|iu|u|%|g\/dl|\/l))/i,
  /\b(?:functions?|GFR|performance|clearance|hearing|vision|sight|acuity|sensation|strength|mobility|fertility|memory|taste|smell|continence|potency|ejection fraction|perfusion|saturation|density)\b[^.;]{0,40}\b(?:lost|ceased|declined|fell|dropped|worsened|decreased|diminished|deteriorated|reduced|impaired|poorer|worse)\b|\b(?:loss|lack|decline|fall|drop|reduction|decrease) (?:of|in) (?:\w+ ){0,2}(?:function|GFR|clearance|hearing|vision|acuity|sensation|strength|mobility|fertility|perfusion|saturation|density|volume|pressure)\b/i,
  /\b(?:was|were) (?:\w+ )?(?:seen|noted|observed|encountered|noticed|diagnosed|detected) in (?:only |just |about |almost )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|none|no|a (?:third|quarter|fifth|tenth)|half)\b/i,
  /\b(?:came out|came back|fell (?:off|out|more|less)|went wrong|gave way|slipped|slippage|got stuck|did not heal|non-?healing|unhealed|grew into|wore off|wore out)\b|\bmSv\b|\bradiation exposure\b|\bdose intensity\b|\bplanned (?:cycles|doses|treatments?|courses?)\b|\brais(?:ed|es?) (?:\w+ )?(?:two|three|four|five|ten|\d+)-?fold\b|\bgained\b|\b(?:crude|excess|operative|hospital) survival\b/i,
];
const wished =
  /\b(?:respon\w+|remissions?|improv\w+|recover\w+|better|cured?|success\w*|benefit\w*|satisf\w+|effective\w*|eradicat\w+|normali[sz]\w+|sensitivity|specificity|accura\w+|correlat\w+|agreement|expression|express(?:ed)?|genes?|polymorphism\w*|genotypes?|prevalence)\b/i;

export function isUnwished(text: string): boolean {
  return !wished.test(text) && unwished.some((one) => one.test(text));
}

const treatment =
  /\b(?:surg\w+|operat(?:ed|ions?|ive)|treat(?:ed|ments?)|therap\w+|drugs?|doses?|mg|randomi[sz]ed|procedures?|inject\w+|infus\w+|graft\w*|transplant\w*|implant\w*|vaccin\w+|catheter\w*|cannula\w*|biops\w+|an(?:a)?esthesia|an(?:a)?esthetic|radiation|irradiat\w+|radiotherapy|chemo\w+|prophyla\w+|supplement\w*|dialysis|transfus\w+|intubat\w+|ventilat\w+|users?|inhibitors?|blockers?|agents?|steroids?|hormones?|devices?|prosthe\w+|lasers?|contrast|sedation|stimulation|denervation|blocks?|feeding|banding|resurfacing|donation|stent\w*|screening|interventions?|exposed|\w{3,}(?:ectomy|ectomies|plasty|plasties|scopy|scopies|tomy|tomies|stomy|stomies|pexy|pexies|mab|nib|statins?|cillin|mycin|olol|prazole))\b/i;

/** Whether anything was done to those an abstract speaks of. */
export function ofTreatment(text: string): boolean {
  return treatment.test(text);
}
