export const people =
  "patients?|participants?|subjects?|people|persons?|individuals?|adults?|children|infants?|neonates?|newborns?|babies|toddlers?|adolescents?|teenagers?|youths?|women|men|females?|males?|girls?|boys?|volunteers?|students?|nurses?|physicians?|clinicians?|doctors?|surgeons?|caregivers?|carers?|parents?|mothers?|fathers?|workers?|professionals?|residents?|recipients?|survivors?|veterans?|respondents?|inpatients?|outpatients?|athletes?|smokers?|seniors?|employees?|soldiers?|pensioners?|interviewees?|donors?|underfives|schoolchildren|users|enrollees|beneficiaries|attendees|siblings|twins|sufferers|octogenarians|nonagenarians|centenarians|asthmatics|diabetics|hypertensives|alcoholics|migraineurs|parturients|attenders|clients|primigravidae|drinkers|drivers|players|runners|cyclists|swimmers|prisoners|refugees|immigrants|travel+ers|pilgrims|villagers|farmers|miners|firefighters|teachers|pharmacists|dentists|midwives|therapists|trainees|gamblers|offspring|couples|recruits|cases";

export const anyPerson = new RegExp(`\\b(?:${people})\\b`, "i");

export const took =
  "enrol+ed|randomi[sz]ed|randomly|included|recruited|studied|entered|registered|assigned|allocated|accrued|matched";
export const received =
  "received|underwent|treated|given|evaluated|evaluable|analy[sz]ed|assessed|examined|followed|selected|reviewed|interviewed|surveyed|tested|infused|transplanted|administered|investigated|monitored|observed|consented|completed (?:the |an? |our |this )?(?:[\\w-]+ )?(?:survey|questionnaires?|interviews?|tools?|scales?)|eligible|identified|admitted|available|attended|diagnosed|participated|responded|switched|filled|started|invited|undergoing|receiving";
export const screened =
  /\b(screened|(?:assessed|evaluated|checked|tested|considered) for (?:eligibility|inclusion|entry|enrol+ment)|approached|contacted|invited|(?:was|were) sent|(?<!of whom )were eligible|excluded|declined|refused|withdrew|dropped out|lost to follow|discontinued|died|did not|planned|will be|to be (?:enrol+ed|recruited|randomi[sz]ed|included)|would be|will|would|shall|target|sample size|plans? to|aims? to (?:enrol+|recruit|include|collect)|intends? to)\b|\b(?:lead-?in|run-?in)\b/i;

export const partOf =
  /\b(?:including|of whom|of which|of these|of them|among whom|among these|among them|remaining|other|another|additional|further|first|last|next|least|most|than|only|about|approximately|around|nearly|almost|over|some|roughly|circa|per|every|each|all but|except|up to|pilot)\s+$|[~≈≥≤<>]\s*$/i;
export const whole =
  /\b(?:total(?: number)? of|totall?ing|in total,?|altogether,?|in all,|all told,|all together,)\s*(?:of\s+)?$|^(?:a )?total\s+$/i;

/** Those who treat are counted in many abstracts beside those who are treated. */
export function isProfessional(words: string): boolean {
  return /\b(?:nurses?|physicians?|clinicians?|doctors?|surgeons?|professionals?|workers?|pharmacists|dentists|midwives|therapists|trainees|teachers)$/i.test(
    words,
  );
}

export const animal = /\b(?:rats?|mice|mouse|rabbits?|dogs?|pigs?|monkeys?|sheep|animals?)\b/i;

export const repliesFrom =
  /^\s+(?:complete |full |usable |valid )?(?:responses|replies|answers) (?:came )?from (?:people|patients|members|adults|parents|women|men|persons)\b/i;

/** What became of some. */
export const fared =
  /^\s+(?:\([^)]*\)\s+)?(?:\w+ly\s+)?(?:achieved|reported|had|developed|experienced|showed|died|relapsed|responded|improved|reached|required|needed|withdrew|discontinued|stopped|met|suffered|complained|bled|recovered|survived|remained|failed|tolerated|gained|lost)\b/i;
