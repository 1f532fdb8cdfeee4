/** A term, other spellings after slashes, and what it means in plain words. Ours; changed by whoever knows better. */
export const glossaryTerms = `
# Kinds of studies
randomised trial / randomized trial / randomised / randomized / randomly assigned / randomly allocated / randomisation / randomization | A study in which chance decides who gets which treatment. So the groups are alike, and a difference afterwards comes from the treatment.
controlled | With a comparison group that gets another treatment, none, or a placebo.
comparison group / control group / controls / control arm | The people whom those who get the treatment are compared with.
placebo / placebo-controlled / sham | Something that looks like the treatment but has no active substance.
double-blind / double-blinded / double-masked / triple-blind | Neither the people taking part nor those who treat them know who gets what, so hopes and fears can’t colour the results.
single-blind / single-masked | Only one side, mostly the people taking part, doesn’t know who gets what.
open-label | Everyone knows who gets which treatment.
single-arm / single-group / one-arm / no comparison group / uncontrolled | Everybody gets the same treatment. Whether people would have got better without it can’t be told.
phase 1 / phase i / first-in-human | A first trial in few people, above all to see how much is safe.
phase 2 / phase ii | A trial in some dozens of people, to see whether a treatment seems to work and at which dose.
phase 3 / phase iii | A large trial that compares a treatment with the usual one or with placebo.
phase 4 / phase iv | A study after a medicine has been approved, in everyday use.
dose escalation / dose-escalation / dose-finding / dose expansion | The dose is raised step by step, group after group, until harms set a limit.
arm / arms | One of the groups of a trial.
crossover / cross-over | Each person gets both treatments, one after the other.
pilot study / pilot / feasibility | A small try, to learn whether and how a larger study can be done.
observational study / observational | The researchers watch what happens and don’t decide who is treated how. People who choose a treatment may differ from those who don’t.
cohort / cohort study | A group of people who are followed over time.
case-control study / case-control | People with an illness are compared with people without it, looking back for what differs.
cross-sectional | Everything is measured once, at one moment. What came first can’t be told.
retrospective / retrospectively | Looks back at what was recorded earlier, often in patients’ files.
prospective / prospectively | Plans first, then follows what happens.
registry | A collection of data on everyone with an illness in some region or clinic; or a public list of trials.
case report | The story of one patient. It can point to something new, but proves little.
case series | The stories of several patients, without a comparison group.
systematic review | Searches for all studies of a question by a plan that is laid open, and weighs them.
meta-analysis / pooled analysis / network meta-analysis | Adds up the numbers of several studies into one result.
review | Sums up other people’s studies.
preprint | A paper put online before other scientists have checked it.
peer review | Other scientists check a paper before a journal prints it.
protocol | The plan of a study, written before it starts.
post hoc / subgroup analysis / subgroup | An analysis that was thought of later, or of some of the people only. It is easily misled by chance.
animal study / mice / murine / rats / mouse model | Work with animals. Much that helps mice doesn’t help people.
in vitro / cell line / cell lines | Work on cells in a laboratory dish, far from a treatment.
open access | Free to read for everyone.
retraction / retracted | The journal has taken a paper back. Its results no longer count.
expression of concern | The journal warns that something may be wrong with a paper and is being looked at.
erratum / correction / corrigendum | A mistake in a paper that was put right afterwards.

# Reading results
primary endpoint / primary end point / primary outcome | What a trial set out to measure above all, fixed beforehand.
secondary endpoint / secondary end point / secondary outcome | Further things that were measured.
surrogate | Something measured in place of what matters to patients, as a platelet count for bleeding.
statistically significant / significant / significantly | Hard to explain by chance alone. It doesn’t mean large or important.
p value / p-value | How likely a difference this large or larger would be if there were none. It doesn’t say how large the difference is.
confidence interval / 95% ci / 95 percent confidence interval | The range in which the true value may well lie. A wide one means that little is known.
odds ratio | Compares how often something happens in two groups; 1 means no difference. With frequent events it sounds larger than the risk really is.
hazard ratio | Compares how fast something happens in two groups over time; 1 means no difference.
relative risk / risk ratio | A risk divided by another; 2 means twice as often. Ask: twice of how much?
absolute risk / risk difference | How many more or fewer in a hundred people it happens to.
number needed to treat | How many people have to be treated so that one more is helped.
median | The middle value: half have less, half have more.
mean | The average.
range | The lowest and the highest value.
interquartile range / iqr | The span in which the middle half of the values lies.
standard deviation / sd | How widely the values are spread around the average.
baseline | How things stood at the start.
follow-up | The time during which people were watched after the start.
lost to follow-up | People of whom nothing more is known. They may have fared differently from the others.
intention to treat / intention-to-treat | Everyone is counted in the group they were assigned to, whatever they took in the end.
per protocol / per-protocol | Only those who kept to the plan are counted. That can flatter a treatment.
non-inferiority / noninferiority / non-inferior / noninferior | Tests whether a treatment isn’t much worse than another, not whether it is better.
bias | Anything that pushes a result in one direction.
confounding / confounder / confounders | Something else explains the link, as age does for grey hair and poor sight.
correlation / correlated / associated with / association | Two things go together. One need not cause the other.
sample size | How many people, or measurements, a study has.
eligible / inclusion criteria / eligibility | Fulfilling the conditions to take part.
enrolled / enrolment / enrollment | Admitted to the study. How many were planned and how many took part can differ.
screened | Looked at to see whether they could take part; many then don’t.
quality of life / quality-of-life | How people rate their own wellbeing and daily life, by a questionnaire.
mortality / all-cause mortality | How many die.
overall survival | How long people live, whatever they die of.
incidence | How many fall ill newly in a certain time.
prevalence | How many have an illness at one moment.
person-years / patient-years | People times the years they were watched: ten people for two years make twenty.
sensitivity | How many of those who have an illness a test finds.
specificity | How many of those who don’t have it a test clears.

# Harms
adverse event / adverse events / teae / treatment-emergent adverse event / treatment-emergent adverse events | Something bad that happens during a study, whether or not the treatment caused it.
serious adverse event / serious adverse events / sae | One that kills, threatens life, leads to hospital or leaves lasting damage.
side effect / side effects / adverse reaction | Something unwanted that the treatment is thought to have caused.
grade 3 / grade 4 / grade 5 / grade 3-4 | Severity by a common scale: 1 is mild, 2 moderate, 3 severe, 4 life-threatening, 5 deadly.
dose-limiting toxicity / dose-limiting toxicities / dose-limiting | Harm so severe that the dose isn’t raised further.
toxicity / toxic | Damage done by a treatment.
well tolerated / tolerability / tolerated | The authors’ judgement that people could bear the treatment. Look at the harms themselves.
discontinuation / discontinued | Stopped before the end, for harms or other reasons.
infusion reaction / infusion-related reaction / infusion-related reactions / infusion reactions | Fever, chills, rash or worse while a drip runs or soon after.
cytokine release syndrome | The immune system’s messengers flood the body after a treatment, with fever and sometimes low blood pressure.
thromboembolism / thromboembolic / thrombosis / thrombotic | A blood clot in a vessel; it may travel and block another.
haemorrhage / hemorrhage / gastrointestinal hemorrhage / intracranial haemorrhage / intracranial hemorrhage | Bleeding; intracranial means inside the skull.
myocardial infarction | Heart attack.
sepsis | A reaction of the whole body to an infection that can kill.
hepatotoxicity / aminotransferase / aminotransferases / transaminases | Damage to the liver; the named enzymes in the blood are a sign of it.
immunosuppression / immunosuppressive / immunosuppressants | Weakening the immune system, which may make infections likelier.

# Blood and its counts
platelet / platelets / thrombocytes | The smallest blood cells. They stop bleeding.
platelet count / platelet counts | How many platelets are in a certain amount of blood. 50 × 10⁹/L, 50 × 10³/µL and 50,000 per cubic millimetre are the same.
thrombocytopenia / thrombocytopenic | Fewer platelets than usual, whatever the cause.
thrombopoietin | The body’s own signal to make platelets.
megakaryocyte / megakaryocytes | Large cells of the bone marrow that make platelets.
bone marrow | The soft inside of bones, where blood is made.
reticulin / marrow fibrosis | Fine fibres in the bone marrow; more of them can be a harm of some medicines.
haemoglobin / hemoglobin | What carries oxygen in red blood cells.
anaemia / anemia | Too little haemoglobin.
haemolysis / hemolysis / haemolytic / hemolytic | Red blood cells break apart.
neutropenia | Few of the white cells that fight bacteria.
leucocytes / leukocytes / white blood cells | White blood cells, which fight infections.
lymphocytes / lymphocyte | White blood cells of the immune system’s memory: B cells and T cells.
purpura / petechiae | Small bleeds into the skin: spots and patches.
mucosal bleeding | Bleeding from mouth, nose, gut or other inner linings.
aplastic anaemia / aplastic anemia | The bone marrow makes too few blood cells of every kind.
spleen | An organ on the left under the ribs that filters blood and removes old or marked cells.
splenectomy / splenectomised / splenectomized | Taking out the spleen.

# The immune system
antibody / antibodies | Proteins that mark something for the immune system, in ITP one’s own platelets.
autoantibody / autoantibodies | An antibody against one’s own body.
autoimmune / autoimmunity | The immune system attacks the body’s own cells.
antigen | What an antibody fits on.
immunoglobulin / igg / immunoglobulins | Another name for antibodies; IgG is the commonest kind.
b cell / b cells | White cells that turn into makers of antibodies.
t cell / t cells | White cells that steer the immune system or kill infected cells.
regulatory t cell / regulatory t cells / tregs / treg | T cells that hold the immune system back.
plasma cell / plasma cells | The cells that make antibodies; some live for years.
macrophage / macrophages | Cells that eat what is marked, in ITP platelets.
cytokine / cytokines / interleukin | Messengers between immune cells.
fc receptor / fcγ receptor / fcrn | What holds antibodies: on cells that eat what they mark, or, for FcRn, to keep them in the blood.
complement | Proteins in the blood that help to destroy what is marked.
flare / flares | An illness that was quiet becomes active.
immune thrombocytopenia / itp / immune thrombocytopenic purpura | An illness in which the immune system destroys platelets and slows their making.
lupus / sle / systemic lupus erythematosus | An autoimmune illness that can affect skin, joints, kidneys, blood and more.
sledai / sri / bilag | Scores that doctors use to rate how active lupus is.
antiphospholipid antibodies / antiphospholipid / lupus anticoagulant | Antibodies that make blood clots likelier.
evans syndrome | ITP together with autoimmune loss of red cells.
helicobacter pylori / h. pylori | A germ of the stomach. In some people with ITP platelets rise when it is removed.

# ITP: stages and answers to treatment
newly diagnosed | In ITP: within three months of the diagnosis.
persistent | In ITP: lasting three to twelve months.
chronic | Lasting; in ITP for more than twelve months.
refractory | Not answering to treatment. Studies mean different things by it; look for their definition.
relapse / relapsed / relapses | The illness comes back after it was better.
remission / complete remission | No or hardly any signs of the illness.
complete response / complete responses | By rules that the study states; for ITP often 100 × 10⁹/L platelets or more without bleeding.
partial response / partial responses / partial remission | Better, but not fully; studies set the limit differently.
overall response / overall response rate / response rate / response rates | How many got better by the study’s rules, complete and partial responses together.
durable response / sustained response / sustained | An answer to treatment that lasts as long as the study says.
rescue treatment / rescue therapy / rescue medication | Something extra given when bleeding or a very low count calls for it.
first-line / first line / initial treatment | The treatment that is tried first.
second-line / second line | What is tried when the first didn’t work or can’t be kept up.
tapering / tapered / taper | Lowering a dose step by step.

# Treatments
corticosteroid / corticosteroids / steroids / glucocorticoids / glucocorticoid | Medicines like the body’s own cortisone that calm the immune system.
prednisone / prednisolone | Corticosteroids, taken as tablets for weeks.
dexamethasone | A strong corticosteroid, often given for four days.
intravenous immunoglobulin / ivig / intravenous immunoglobulins | Antibodies from many donors, given by drip.
anti-d | Antibodies against a mark on red cells, given by drip to some people with ITP.
rituximab / anti-cd20 | An antibody that removes B cells for months.
thrombopoietin receptor agonist / thrombopoietin receptor agonists / tpo-ra / tpo-ras | Medicines that push the bone marrow to make platelets.
romiplostim | A thrombopoietin receptor agonist, injected weekly.
eltrombopag | A thrombopoietin receptor agonist, taken as tablets away from dairy food.
avatrombopag | A thrombopoietin receptor agonist, taken as tablets with food.
fostamatinib / spleen tyrosine kinase | A tablet that keeps macrophages from eating platelets, by blocking an enzyme called SYK.
rilzabrutinib / btk inhibitor | Blocks an enzyme (BTK) of B cells and macrophages.
efgartigimod / fcrn inhibitor | Makes the body clear antibodies faster.
mycophenolate / mycophenolate mofetil / azathioprine / ciclosporin / cyclosporine / cyclosporin / sirolimus | Medicines that weaken the immune system.
cyclophosphamide / fludarabine | Strong medicines against fast-growing cells, immune cells too.
hydroxychloroquine | A mild medicine against overactive immunity, common in lupus.
danazol / dapsone | Older medicines that raise platelets in some people.
tranexamic acid | Slows the dissolving of clots, against bleeding.
platelet transfusion / platelet transfusions | Platelets from donors, given by drip.
monoclonal antibody / monoclonal antibodies | An antibody made as a medicine, all copies alike.
biologic / biologics | A medicine made by living cells, such as an antibody.
intravenous / intravenously | Into a vein, by injection or drip.
subcutaneous / subcutaneously | Under the skin.
stem cell / stem cells / stem cell transplantation | Cells that can turn into others; those of the bone marrow make blood.
mesenchymal stem cell / mesenchymal stem cells / mesenchymal stromal cells / mesenchymal stromal cell / msc / mscs / uc-msc / uc-mscs / huc-msc / huc-mscs | Cells from umbilical cord, fat or bone marrow that may calm the immune system. Their use is still being tried.
umbilical cord / cord blood | The cord between mother and child; its cells and blood can be given to others after birth.
allogeneic | From another person.
autologous | From the same person.
car t cells / car t / car-t | A patient’s own T cells, changed in a laboratory so that they attack certain cells.
chemotherapy | Strong medicines against fast-growing cells.
plasma exchange / plasmapheresis / immunoadsorption | Blood is led through a machine that takes antibodies out.
vaccination / vaccine / vaccines | Teaching the immune system about a germ before it comes.
compassionate use / expanded access | A medicine that isn’t approved yet, given outside a trial.
off-label | Used for something it wasn’t approved for.
half-life | The time until half of a medicine has left the blood.
pharmacokinetics | What the body does with a medicine: how fast it comes and goes.
informed consent | Saying yes to taking part after being told what it means.
`.trim();
