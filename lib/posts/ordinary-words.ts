import { dictionary } from "@zxcvbn-ts/language-common";

/** Words that members also go by: written small they are taken for the word. */
const ALSO_NAMES =
  "all also always and any april are art august autumn bear bill blue bold brave bright but can chance chase curious daisy dawn day dean dear drew each ever faith far few fine for frank free friend gene glad good grace grant grateful great green grey guy happy hazel heather her hers him his holly home hope hopeful how iris ivy jack jade jay jewel joy june just kind last later life like lily little long love lucky mark may mercy miles moon more mother mum my myself never new newbie night not now old olive once one only our out own pat patience patient pearl penny pink pip please purple quiet rain ray red rich robin rose ruby runner sad same scared silver sky small snow soon spring star still storm strong sue summer sun sunny sweet thanks that the their them then there they this tired today two under very violet was well what when who why will willow winter wonder worried yes you young your";

/** A sheet for a doctor must keep these, whoever goes by them. */
const TERMS =
  "antibodies antibody avatrombopag azathioprine biopsy bleeding blood bone bruise bruised bruises cell cells chemo clot clots count counts cyclosporine danazol danazole dapsone dex dexamethasone doptelet dose eltrombopag fever fostamatinib haemoglobin hemoglobin immune infusion itp ivig kidney liver lupus marrow mycophenolate nplate petechiae plasma plate platelet platelets pred prednisolone prednisone promacta purpura remission revolade rituxan rituximab romiplostim spleen splenectomy steroid steroids stem symptom symptoms tavalisse thrombo thrombocytopenia tpo trial virus vincristine vitamin";

const terms = new Set(TERMS.split(" "));
let ordinary: Set<string> | undefined;

export function isTerm(word: string): boolean {
  return terms.has(word);
}

export function isOrdinaryWord(word: string): boolean {
  ordinary ??= new Set([...ALSO_NAMES.split(" "), ...dictionary["diceware-common"]]);
  return ordinary.has(word) || isTerm(word);
}
