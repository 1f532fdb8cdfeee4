/**
 * Words for what may go wrong, by the organs they are about, as abstracts write them. A word that is missing here may
 * hide a harm from a reader; one too many costs a sentence that says "this may be about harms".
 */
const families: Record<string, string> = {
  infections:
    "infections?|sepsis|septic|bacter(?:a)?emia|vir(?:a)?emia|pneumonia|bronchitis|nasopharyngitis|rhinitis|sinusitis|influenza|cellulitis|candidiasis|candida|thrush|tuberculosis|reactivations?|meningitis|encephalitis|herpes|zoster|shingles|cytomegalovirus|CMV|aspergillosis|pneumocystis|progressive multifocal|PML|endophthalmitis|abscess\\w*|peritonitis|cystitis|(?:urinary|respiratory)[- ]tract infections?|colds?|warts|superinfections?",
  gut: "colitis|pancreatitis|stomatitis|gastritis|mucositis|nausea|vomiting|emesis|diarrh(?:o)?ea|constipation|dyspepsia|bloating|flatulence|anorexia|appetite|dry (?:mouth|skin|eyes?)|(?:abdominal|gastric|gastrointestinal|stomach) (?:\\w+ )?(?:pain|discomfort|upset|distress|disturbances?|reactions?|symptoms)|heartburn|reflux|ileus|bowel obstruction|perforations?|ulcers?|rectal bleeding|mel(?:a)?ena|taste (?:changes|disturbances?)|dysgeusia|hiccups?|cholelithiasis|gallstones",
  liver:
    "hepatotoxic\\w*|transaminase\\w*|transaminitis|liver (?:enzymes?|injury|failure|damage|decompensation)|(?:hepatic|liver|renal|kidney) function(?: tests?)?|aminotransferases?|ALT|AST|bilirubin|jaundice|cholestasis|hepatitis|veno-?occlusive|sinusoidal obstruction|cirrhosis",
  kidney:
    "creatinine|proteinuria|h(?:a)?ematuria|kidney injury|nephrotoxic\\w*|nephropathy|nephritis|dialysis|tubular|urinary retention|incontinence|edema|o?edema|fluid retention",
  nerves:
    "headaches?|migraines?|fatigue|tiredness|lethargy|asthenia|malaise|weakness|drowsiness|drowsy|sleepy|sleepiness|sleeplessness|dizzy|dizziness|light-?headed(?:ness)?|somnolence|sedation|insomnia|sleep disturbances?|nightmares|vertigo|syncope|fainting|fainted|vasovagal|collapse|confusion|delirium|agitation|restlessness|irritability|seizures?|convulsions?|tremors?|ataxia|numbness|tingling|par(?:a)?esthesias?|neuropathy|paralysis|paresis|palsy|extrapyramidal|dyskinesias?|parkinsonism|encephalopathy|aseptic meningitis|dissociation|ICANS|neurotoxic\\w*|stroke-like|gait",
  mind: "anxiety|depression|depressed mood|mood (?:changes|swings|disorders?)|psychosis|hallucinations?|mania|aggression|self-harm|suicid\\w+",
  senses:
    "(?:eyes?|skin|mouth|lips|throat|legs|hands|feet|face) (?:was|were|became|got|went|turned) \\w+|hearing loss|tinnitus|deafness|visual|vision loss|blurred (?:near )?vision|photophobia|glare|cataracts?|glaucoma|intraocular pressure|retinopathy|retinal (?:changes|detachment|toxicity)|optic neuropathy|maculopathy|conjunctivitis|uveitis|keratitis",
  skin: "rash(?:es)?|eczema|acne|urticaria|hives|itching|itchy|itch|pruritus|flush(?:es|ing)|hot flashes|hot flushes|sweat(?:s|ing)|alopecia|hair loss|hirsutism|hypertrichosis|dermatitis|erythema|photosensitivity|exfoliat\\w+|Stevens[- ]Johnson|epidermal necrolysis|DRESS|blisters?|bruis\\w+|burns?|scars?|scarring|striae|desquamation|hand-foot|nail changes|redness|sore(?:ness)?|sore arm|irritation|induration",
  general:
    "fever|febrile|pyrexia|chills|shivering|rigou?rs|flu-like|hypothermia|weight (?:gain|loss)|swelling|pain|painful|discomfort|aches?|bone pain|myalgias?|arthralgias?|arthritis|cramps|spasms?|back pain|falls|injur(?:y|ies)|sprains?|worsen(?:ed|ing)|deteriorat\\w+|(?:with|had|caused|no|oral|gastrointestinal|local|first-dose) symptoms|exacerbations?|flares?|admissions?|readmi\\w+|re-?admitted|intensive care|ICU|intubat\\w+|emergency (?:visits?|department|room|surgery)|epinephrine|adrenaline",
  heart:
    "arrhythmi\\w+|palpitations|QT|tachycardia|bradycardia|ectopy|fibrillation|hypotension|hypertension|high blood pressure|blood pressure (?:rose|rises?|increased)|cardiotoxic\\w*|cardiomyopathy|myocarditis|pericarditis|pericardial|(?:heart|renal|kidney|liver|hepatic|respiratory|organ|cardiac|ovarian|adrenal|multi-?organ|graft|bone marrow) (?:failure|dysfunction|insufficiency)|heart attacks?|angina|isch(?:a)?emia|MACE|TEEs?|VTEs?|DVT|clots?|clotting|vasculitis|phlebitis|capillary leak|shock",
  lungs:
    "cough|dyspn(?:o)?ea|breathlessness|wheez\\w+|bronchospasm|apn(?:o)?ea|hypoxia|desaturations?|pneumonitis|interstitial lung|pleural effusions?|pulmonary (?:edema|oedema|embol\\w+|hypertension|infiltrates)|pneumothora\\w+|air leaks?|respiratory (?:distress|depression)|TRALI|TACO",
  blood:
    "neutropenia|leu[ck]openia|lymphopenia|agranulocytosis|thrombocytopenia|thrombocytosis|pancytopenia|cytopenias?|an(?:a)?emia|h(?:a)?emolysis|h(?:a)?emolytic|h(?:a)?emoglobinuria|meth(?:a)?emoglobin\\w*|(?:h(?:a)?emoglobin|Hb) (?:fell|dropped|decreased|declined)|(?:fall|drop|decrease|decline)s? in h(?:a)?emoglobin|coagulopathy|disseminated intravascular|DIC|hyperviscosity|thrombotic microangiopathy|TMA|myelodysplas\\w+|MDS|reticulin|marrow fibrosis|fibrosis|my?elosuppress\\w+|h(?:a)?ematologic(?:al)? toxic\\w*|leuk(?:a)?emia|lymphoma|epistaxis|nosebleeds?|h(?:a)?ematomas?|petechiae|purpura|ecchymos[ie]s|spleen enlarged|splenic rupture|splenomegaly|transfusions? (?:was|were) (?:needed|required|given)|requiring (?:\\w+ )?transfusions?|alloimmuni[sz]\\w+",
  tumours:
    "(?:second(?:ary)?|new) (?:cancers?|malignanc(?:y|ies)|tumou?rs?)|malignanc(?:y|ies)|neoplasms?|carcinomas?|skin cancers?",
  hormones:
    "cushing\\w*|moon face|diabetes|hyp(?:er|o)\\w+a?emia|hypothyroidism|hyperthyroidism|thyroiditis|adrenal (?:insufficiency|suppression)|hypercortisolism|hypogonadism|azoospermia|infertility|amenorrh(?:o)?ea|menstrual|menopause|ovarian failure|impotence|erectile|libido|gyn(?:a)?ecomastia|growth (?:failure|retardation|suppression)|vasomotor",
  bones:
    "osteoporosis|osteonecrosis|avascular necrosis|fractures?|bone (?:loss|density)|myopathy|myositis|rhabdomyolysis|creatine kinase|muscle (?:weakness|symptoms|pain)|tendon\\w*",
  immune:
    "hypersensitivity|allerg(?:y|ies|ic)|angio-?o?edema|serum sickness\\w*|reactions?|reactogenicity|immunogenicity|anti-drug antibod\\w+|neutrali[sz]ing antibod\\w+|inhibitors? developed|hypogammaglobulin\\w*|immunosuppression|autoimmun\\w+ (?:events?|phenomena)|cytokine release|immune-related|rejection|graft loss|graft failure|engraftment syndrome|h(?:a)?emophagocytic",
  procedures:
    "wounds?|leak(?:s|age)?|fistulas?|stenosis|occlusions?|dislocations?|extravasation|migration|traumatic tap|conversions?|h(?:a)?ematoma formation|nerve (?:injury|damage)|dehiscence|seroma|stricture|revision surgery|line infections?|catheter[- ]related|anastomotic|air embolism|blood loss",
  mothers:
    "abortions?|pregnancy loss(?:es)?|pre-?eclampsia|preterm (?:birth|delivery|labou?r)|premature births?|postpartum|PPH|low birth ?weight|small for gestational|congenital anomal\\w+|birth defects?|teratogenic\\w*|neonatal (?:thrombocytopenia|death|bleeding)",
  tests:
    "abnormal(?:ity|ities)?|(?:liver values|liver tests|enzymes?|creatinine|weight|body mass|glucose|blood sugar|insulin|blood pressure|LVEF|ejection fraction|troponin|(?:serum )?Ig[GAM]|(?:h(?:a)?emoglobin|Hb)(?: levels?)?|neutrophils?|white (?:blood )?cells?|lymphocytes?|potassium|sodium|calcium|phosphate|cholesterol|lipids|triglycerides|eosinophils?)(?: counts?| levels?)? (?:also |had |was |were |has |slightly |transiently )*(?:rose|rises?|fell|falls?|dropped|sank|doubled|increased|decreased|went (?:up|down)|raised|elevated|lowered|low|high|lost)|(?:platelets|platelet counts?|counts) (?:dropped|fell|overshot|sank)|overshot|rebound|QTc?(?: prolongation)?|prolongation of (?:the )?QT|Coombs|antiglobulin|Hy.s law|reticulocytosis|antibod(?:y|ies) (?:against|to) the (?:drug|product|antibody)|low (?:white|red|blood|neutrophil|lymphocyte) (?:cell|blood)?",
  doses:
    "dos(?:e|es|age|ages|ing) (?:was|were|had|needed|is|are)(?: to be| been)? (?:\\w+ )?(?:reduced|lowered|halved|withheld|interrupted|skipped|omitted|delayed|cut|decreased|modified)|(?:treatment|therapy|drug|drugs|infusions?|injections?|medication|it|steroids?|procedures?|study|trial|arm) (?:was|were|had|had to be|needed to be)(?: to be| been)? (?:\\w+ )?(?:interrupted|withheld|stopped|suspended|paused|halted|withdrawn|discontinued|given up|terminated|closed)|interrupted (?:\\w+ )?(?:treatments?|procedures?|infusions?|sessions?)|taken off|closed early|halted early|stopped early|none stopped|(?:to|from|kept \\w+ from) going on|(?:treatment|dose|infusion)[- ](?:interruptions?|delays?|reductions?)",
  judgements:
    "(?:un)?accept(?:ability|able toxicity)|well accepted|tolerance|safety|benefit[-–/ ]risk|risk[-–/ ]benefit|number needed to harm|NNH|signals?|undesir(?:ed|able)|unwanted|survived|alive|succumb\\w*|passed away|smooth|(?:arterial|venous|vascular|cardiac|cardiovascular|bleeding|thrombotic|embolic|neurologic(?:al)?|isch\\w+|hepatic|renal|safety|clinical) events?|major bleeds?|overload|irritab\\w+|behaviou?ral (?:changes|problems)|loose stools|hair thinn\\w+|thinned|tender(?:ness)?|bitter|flared|necrosis|vision|fell (?:during|over|while)|harmless|dangerous|hazardous|unsafe|late effects|sequelae|disability|handicap",
  leaving: "drop[- ]?outs?|dropped out|left the (?:study|trial)|lost to toxicity|compliance problems?",
};

export const eventWords = Object.values(families).join("|");

/** Endings by which medicine names what is wrong; ordinary words that end alike are left out. */
export const eventEndings =
  "(?!arthritis\\b)\\w{3,}itis|\\w{3,}(?<!sym|em|homoeo|homeo|osteo|naturo|tele|apo)pathy|\\w{3,}algias?|\\w{2,}rrhagi(?:a|c)|\\w{3,}rrh(?:o)?ea|\\w{3,}plegia|\\w{2,}penia|\\w{3,}megaly|\\w{3,}necrosis|\\w{3,}spasms?|\\w*(?<!hypo|athero|dia|pro|meta|apop|mi|phagocy|exocy|endocy)toxicosis|hypo\\w+(?:a)?emia|hyper\\w+(?:a)?emia|lip(?:o)?dystrophy|\\w{3,}cytosis(?<!phagocytosis|endocytosis|exocytosis|pinocytosis|transcytosis|efferocytosis|erythrophagocytosis)";
