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

const treatment =
  /\b(?:surg\w+|operat(?:ed|ions?|ive)|treat(?:ed|ments?)|therap\w+|drugs?|doses?|mg|randomi[sz]ed|procedures?|inject\w+|infus\w+|graft\w*|transplant\w*|implant\w*|vaccin\w+|catheter\w*|cannula\w*|biops\w+|an(?:a)?esthesia|an(?:a)?esthetic|radiation|irradiat\w+|radiotherapy|chemo\w+|prophyla\w+|supplement\w*|dialysis|transfus\w+|intubat\w+|ventilat\w+|\w{3,}(?:ectomy|ectomies|plasty|plasties|scopy|scopies|tomy|tomies|stomy|stomies|pexy|pexies|mab|nib|statins?|cillin|mycin|olol|prazole))\b/i;

/** Whether anything was done to those an abstract speaks of. */
export function ofTreatment(text: string): boolean {
  return treatment.test(text);
}
