package wording

import (
	"strconv"
	"strings"
)

// Word is one of the tool's own words or phrases. {1} and {2} stand for what is put in.
type Word struct{ English, Danish string }

// Lacks is the first place where something is put in that a text in place of the word does not have; "" where it has all.
func (w Word) Lacks(text string) string {
	for n := 1; strings.Contains(w.English, place(n)); n++ {
		if !strings.Contains(text, place(n)) {
			return place(n)
		}
	}
	return ""
}

func place(n int) string { return "{" + strconv.Itoa(n) + "}" }

// Group is the words of one place.
type Group struct {
	Where string
	Words []Word
}

// Groups are all of the tool's own words, by where they are read. Those of the format's keys and values are the first.
var Groups = []Group{
	{"keys and values of the format", formatWords},
	{"numbers of things, one and many", countedWords},
	{"lists, links and results", phraseWords},
	{"figures", figureWords},
	{"tables", tableWords},
	{"what changed between versions", revisionWords},
	{"statements", statementWords},
	{"pages", pageWords},
	{"reports", reportWords},
}

var countedWords = []Word{
	{"piece of evidence", "belæg"}, {"pieces of evidence", "belæg"},
	{"nodes", "elementer"}, {"links", "forbindelser"}, {"cases", "cases"}, {"configurations", "konfigurationer"},
	{"interventions", "interventioner"}, {"contexts", "kontekster"}, {"actors", "aktører"}, {"mechanisms", "mekanismer"}, {"outcomes", "udfald"},
	{"error", "fejl"}, {"errors", "fejl"}, {"warning", "advarsel"}, {"warnings", "advarsler"}, {"info", "oplysning"}, {"infos", "oplysninger"},
}

var phraseWords = []Word{
	{"and", "og"}, {"or", "eller"}, {"and {1} more", "og {1} flere"}, {"and others", "og andre"},
	{"leads to", "fører til"},
	{"{1} to {2}", "{1} til {2}"}, {"95 % CI {1} to {2}", "95 % CI {1} til {2}"}, {"lower is better", "lavere er bedre"}, {"compared with {1}", "sammenlignet med {1}"},
	{"not reviewed yet", "endnu ikke gennemgået"}, {"yes", "ja"}, {"no", "nej"}, {"for", "for"}, {"unknown", "ukendt"},
}

var figureWords = []Word{
	{"{1}: programme theory, {2}", "{1}: programteori, {2}"},
	{"what leads to “{1}” ({2})", "hvad der fører til “{1}” ({2})"}, {"what follows from “{1}” ({2})", "hvad der følger af “{1}” ({2})"},
	{"{1}, in the case of {2}", "{1}, i casen {2}"}, {"{1} and {2} side by side", "{1} og {2} side om side"}, {"what changed since the earlier version", "hvad der er ændret siden den tidligere version"},
	{"what changed, {1} → {2}", "hvad der er ændret, {1} → {2}"}, {"({1} of {2})", "({1} af {2})"}, {"its configurations", "konfigurationerne"}, {"case by case", "case for case"}, {"at work in part", "delvis virksom"}, {"at work in the case", "virksom i casen"},
	{"came about in the case", "indtraf i casen"}, {"came about in part", "indtraf til dels"}, {"came about", "indtraf"}, {"partly came about", "indtraf delvis"}, {"did not come about", "indtraf ikke"},
	{"{1} (an outcome: {2})", "{1} (et udfald: {2})"}, {"{1} not at work in {2}", "{1} ikke virksom i {2}"}, {"{1} did not come about in {2}", "{1} indtraf ikke i {2}"},
	{"not said whether at work", "ikke oplyst, om virksom"}, {"not said whether it came about", "ikke oplyst, om det indtraf"}, {"not studied in the case", "ikke undersøgt i casen"}, {"pale: {1}", "bleg: {1}"}, {"{1}, or not highlighted", "{1} eller ikke fremhævet"}, {"What trials found is of no single case, and not shown.", "Hvad forsøg fandt, gælder ingen enkelt case og er ikke vist."},
	{"{1}, though {2}.", "{1}, selv om {2}."}, {"{1} was at work", "{1} var virksom"}, {"{1} was at work in part", "{1} var delvis virksom"}, {"there is evidence for {1} in the case", "der er evidens for {1} i casen"},
	{"{1} came about", "{1} indtraf"}, {"{1} came about in part", "{1} indtraf til dels"}, {"{1}, needed for it, was not at work", "{1}, som er nødvendig for det, ikke var virksom"},
	{"{1}, needed for it, did not come about", "{1}, som er nødvendig for det, ikke indtraf"}, {"no evidence in the case", "ingen evidens i casen"}, {"no evidence in the case, whatever the link's status", "ingen evidens i casen, uanset forbindelsens status"},
	{"{1} in the theory as a whole: {2}.", "{1} i teorien som helhed: {2}."},
	{"evidence for it in the case", "evidens for i casen"}, {"evidence against it in the case", "evidens imod i casen"},
	{"evidence for it and against it in the case", "evidens både for og imod i casen"},
	{"supported, {1}", "understøttet, {1}"}, {"mixed evidence, number of cases not shown", "blandet evidens, antal cases ikke vist"}, {"needed", "nødvendig"}, {"acts on a step", "virker på et trin"},
	{"link in part or whole by the evaluator's reading of the sources", "forbindelse helt eller delvis efter evaluators fortolkning af kilderne"},
	{"link: the same as {1}", "forbindelse: det samme som {1}"}, {"in part or whole the evaluator's reading of the sources", "helt eller delvis evaluators fortolkning af kilderne"}, {"the evaluator's reading", "evaluators fortolkning"},
	{"in part the evaluator's reading", "delvis evaluators fortolkning"},
	{"no case named", "ingen case nævnt"}, {"{1} or more cases", "{1} eller flere cases"},
	{"label in {1}", "betegnelse i {1}"}, {"earlier label", "tidligere betegnelse"}, {"{1}; so are all lines at a box with this sign", "{1}; det er alle linjer ved en boks med dette tegn også"}, {"{1} ({2})", "{1}: nr. {2}"}, {"{1}; its label too, where one is struck through", "{1}; også betegnelsen, hvor en er overstreget"},
	{"context that enables and blocks", "kontekst, der både fremmer og hæmmer"},
	{"every configuration", "alle konfigurationer"}, {"{1} configuration", "{1}-konfiguration"}, {"other configuration that it is in", "anden konfiguration, som det indgår i"},
	{"at work", "virksom"}, {"partly at work", "delvis virksom"}, {"not at work", "ikke virksom"}, {"evidence for it", "evidens for"}, {"evidence for it or for a link of it", "evidens for det eller for en af dets forbindelser"},
	{"against: {1}", "imod: {1}"}, {"On lines: the sources of evidence for the link, and against it.", "På linjer: kilderne til evidens for forbindelsen og imod den."},
	{"On lines: the cases of evidence for the link, and against it.", "På linjer: de cases, hvis evidens er for forbindelsen, og dem, hvis evidens er imod den."},
	{"evidence only of what holds it back", "evidens kun for det, der hæmmer det"},
	{"in a subgroup: {1}", "i en undergruppe: {1}"}, {"better in a subgroup of a trial", "bedring i en undergruppe af et forsøg"},
	{"no difference found in a subgroup of a trial", "ingen forskel fundet i en undergruppe af et forsøg"},
	{"worse in a subgroup of a trial", "forværring i en undergruppe af et forsøg"},
	{"better in a trial", "bedring i et forsøg"}, {"no difference found in a trial", "ingen forskel fundet i et forsøg"}, {"worse in a trial", "forværring i et forsøg"},
	{"not reported", "ikke rapporteret"}, {"resource: {1}", "ressource: {1}"}, {"reasoning: {1}", "ræsonnement: {1}"}, {"not shown", "ikke vist"}, {"{1}, unless with {2}", "{1}, medmindre med {2}"}, {"horizon not given", "tidshorisont ikke angivet"}, {"horizon: {1}", "tidshorisont: {1}"}, {"requires {1}", "forudsætter {1}"}, {"influences {1}", "påvirker {1}"}, {"Studied in", "Undersøgt i"}, {"studied in {1}", "undersøgt i {1}"}, {"{1}: evidence of other cases does not count here.", "{1}: evidens fra andre cases tæller ikke her."},
	{"an outcome of one configuration that another takes up", "et udfald af én konfiguration, som indgår i en anden"},
	{"an outcome that inhibits something in the other one", "et udfald, der hæmmer noget i den anden"},
	{"an outcome taken up, though refuted in one of them", "et udfald, der indgår, skønt afkræftet i en af dem"}, {"Taken up, though refuted: {1}.", "Indgår, skønt afkræftet: {1}."}, {"Refuted: all paths within {1} to outcomes.", "Afkræftet: alle veje til udfald inden for {1}."},
	{"influences, for better or worse, as the theory says", "påvirker ifølge teorien, på godt eller ondt"}, {"required: must be active first", "forudsat: skal være virksom først"},
	{"rivals: would explain the same outcome otherwise", "rivaliserende: ville forklare samme udfald på en anden måde"},
	{"{1} and {2}: rivals", "{1} og {2}: rivaliserende"}, {"takes up {1}", "via {1}"}, {"Outcomes that the arrows carry: {1}.", "Langs pilene: {1}."},
	{"required", "forudsat"}, {"rival explanations", "rivaliserende forklaringer"}, {"whole line: {1}", "hel linje: {1}"}, {"dashes: {1}", "streger: {1}"}, {"dots: {1}", "prikker: {1}"},
	{"The figure's description and the matrix name what runs along the arrows.", "Figurens beskrivelse og matrixen nævner, hvad der løber langs pilene."},
	{"After →: the configurations that take up an outcome of the one in the box.", "Efter →: de konfigurationer, som et udfald af konfigurationen i boksen indgår i."},
	{"rival of {1}", "rivaliserer med {1}"}, {"rival of configuration {1}, which would explain the same outcome otherwise", "rivaliserer med konfiguration {1}, som ville forklare samme udfald på en anden måde"},
	{"rival of configurations {1}, which would explain the same outcome otherwise", "rivaliserer med konfigurationerne {1}, som ville forklare samme udfald på en anden måde"}, {"links that no configuration has ({1})", "forbindelser, som ingen konfiguration har ({1})"},
	{"{1}: overview of configurations", "{1}: overblik over konfigurationer"}, {"{1}: overview of configurations, {2}", "{1}: overblik over konfigurationer, {2}"},
	{"An overview of {1}, with {2}.", "Et overblik over {1} med {2}."},
	{"Not drawn, as the configuration that claims them lacks one of their ends: {1}.", "Ikke tegnet, da konfigurationen, der hævder dem, mangler en af deres ender: {1}."}, {"Not drawn, as they join members of different configurations: {1}.", "Ikke tegnet, da de forbinder medlemmer af forskellige konfigurationer: {1}."},
	{"requires configuration {1}", "forudsætter konfiguration {1}"}, {"requires configurations {1}", "forudsætter konfigurationerne {1}"},
	{"influences configuration {1}", "påvirker konfiguration {1}"}, {"influences configurations {1}", "påvirker konfigurationerne {1}"},
	{"A box without a line is a member of the configuration, too.", "En boks uden linje er også med i konfigurationen."},
	{"A box without a line is part of the theory, too.", "En boks uden linje hører også til teorien."},
	{"Needed from outside the configuration: {1}.", "Nødvendigt uden for konfigurationen: {1}."},
	{"Inhibited from outside the configuration: {1}.", "Hæmmet udefra: {1}."},
	{"Rival explanations of the same outcome: configurations {1}.", "Rivaliserende forklaringer på samme udfald: konfigurationerne {1}."},
	{"The configuration is no longer part of the theory: {1}", "Konfigurationen er ikke længere en del af teorien: {1}"}, {"Members that are not reviewed yet, and not shown: {1}.", "Medlemmer, der endnu ikke er gennemgået, og ikke er vist: {1}."}, {"In no configuration, and not shown: {1}.", "I ingen konfiguration, og ikke vist: {1}."},
	{"What a trial found is of the whole programme.", "Hvad et forsøg fandt, gælder hele programmet."},
	{"configuration {1} was at work", "konfiguration {1} var virksom"}, {"configuration {1} was at work in part", "konfiguration {1} var delvis virksom"}, {"it requires configuration {1}, which was not", "den forudsætter konfiguration {1}, som ikke var det"},
	{"No member of the configuration: {1}.", "Ikke med i konfigurationen: {1}."},
	{"Pale, as no member of the configuration: {1}.", "Bleg, da det ikke er med i konfigurationen: {1}."},
	{"No member of the configuration of its row: {1}.", "Ikke med i rækkens konfiguration: {1}."},
	{"Pale, as no member of the configuration of its row: {1}.", "Bleg, da det ikke er med i rækkens konfiguration: {1}."},
	{"A box without a number is in no configuration.", "En boks uden tal er ikke med i nogen konfiguration."}, {"In no configuration: {1}.", "Ikke med i nogen konfiguration: {1}."},
	{"A box without a line belongs to the configurations that its numbers name.", "En boks uden linje hører til de konfigurationer, som dens tal nævner."},
	{"Not shown: {1}, no longer part of the theory.", "Ikke vist: {1}, som ikke længere er en del af teorien."}, {"no longer part of the theory", "ikke længere en del af teorien"},
	{"Not shown: configuration {1}, no longer part of the theory.", "Ikke vist: konfiguration {1}, som ikke længere er en del af teorien."},
	{"Not shown: configurations {1}, no longer part of the theory.", "Ikke vist: konfigurationerne {1}, som ikke længere er en del af teorien."},
	{"No configuration has the number {1}.", "Ingen konfiguration har nummeret {1}."},
	{"What a configuration {1} is said under its title, and not drawn.", "Hvad en konfiguration {1}, står under dens titel og er ikke tegnet."}, {"rivals", "rivaliserer med"},
	{"dropped link", "udgået forbindelse"}, {"Not shown: {1}, with all their links.", "Ikke vist: {1} med alle deres forbindelser."},
	{"Incomplete: what could not be read of the theory ({1}) may be missing, or shown otherwise.", "Ufuldstændig: Det, der ikke kunne læses af teorien ({1}), kan mangle eller være vist anderledes."},
	{"One configuration of {1}, with {2}.", "En konfiguration af {1} med {2}."}, {"Part of {1}, with {2}.", "En del af {1} med {2}."},
	{"What changed in {1}.", "Hvad der er ændret i {1}."}, {"A programme theory with {1}.", "En programteori med {1}."},
	{"Links by status: {1}.", "Forbindelser efter status: {1}."}, {"Links: {1}.", "Forbindelser: {1}."}, {"Configuration {1}, {2}.", "Konfiguration {1}, {2}."},
	{"Dropped: {1}.", "Udgået: {1}."}, {"Why {1} was dropped: {2}", "Hvorfor {1} er udgået: {2}"}, {"Nodes dropped in both versions: {1}.", "Elementer udgået i begge versioner: {1}."}, {"Not reviewed yet: {1}.", "Endnu ikke gennemgået: {1}."},
	{"As a tag: {1}.", "Som mærke: {1}."}, {"The configuration itself is in part the evaluator's reading.", "Konfigurationen selv er delvis evaluators fortolkning."},
	{"Configuration {1} itself is in part the evaluator's reading.", "Konfiguration {1} selv er delvis evaluators fortolkning."},
	{"Configurations {1} themselves are in part the evaluator's reading.", "Konfigurationerne {1} selv er delvis evaluators fortolkning."},
	{"at work in {1}", "virksom i {1}"}, {"partly in {1}", "delvis i {1}"}, {"not at work in {1}", "ikke virksom i {1}"}, {"The configuration was {1}.", "Konfigurationen var {1}."},
	{"The table of links names all {1}.", "Tabellen over forbindelser nævner alle {1}."},
	{"nothing", "intet"}, {"R", "F"}, {"{1}, joined by {2}", "{1}, forbundet af {2}"}, {"before", "før"}, {"in {1}", "i {1}"}, {"{1} into {2}", "{1} til {2}"}, {"{1}, {2} with their nodes", "{1}, deraf {2} sammen med deres elementer"}, {"{1}, with its node", "{1}, sammen med sit element"}, {"{1}, all with their nodes", "{1}, alle sammen med deres elementer"},
	{"links that are {1} ({2})", "forbindelser med status {1} ({2})"},
	{"Only links that are {1}, and {2}.", "Kun forbindelser med status {1} og {2}."},
	{"Only links that are {1}, and {2}; not shown: {3}.", "Kun forbindelser med status {1} og {2}; ikke vist: {3}."},
	{"what they join", "det, de forbinder"}, {"what they join or act on", "det, de forbinder eller virker på"},
	{"Highlighted: {1}; all else is pale.", "Fremhævet: {1}; alt andet er blegt."}, {"configuration {1}", "konfiguration {1}"}, {"configurations {1}", "konfigurationerne {1}"}, {"in part", "delvis"},
	{"Configurations {1}: {2}.", "Konfigurationer, {1}: {2}."}, {"{1}, in rows, one for each of {2}.", "{1}, i rækker, én for hver af {2}."},
	{"Nodes {1}: {2}.", "Elementer, {1}: {2}."}, {"it names nothing", "den nævner intet"}, {"from {1}", "fra {1}"}, {"to {1}", "til {1}"}, {"its link {1}", "forbindelse {1}"}, {"its links {1}", "forbindelser {1}"}, {"{1}, on the step {2}", "{1}, på trinnet {2}"}, {"the step from {1} to {2}", "trinnet fra {1} til {2}"},
}

var revisionWords = []Word{
	{"removed, no reason given", "fjernet uden begrundelse"}, {"restored", "genindsat"}, {"now supported", "nu understøttet"}, {"now mixed", "nu blandet"}, {"mixed in {1}", "blandet i {1}"}, {"refined", "forfinet"},
	{"annotated", "kommenteret"}, {"renamed", "omdøbt"}, {"split", "opdelt"}, {"merged", "sammenlagt"}, {"added", "tilføjet"}, {"kept", "bevaret"},
	{"dropped in {1}", "udgået i {1}"}, {"only in {1}", "kun i {1}"}, {"dropped in both", "udgået i begge"}, {"supported in {1}", "understøttet i {1}"}, {"different", "forskellig"},
	{"annotated differently", "kommenteret forskelligt"}, {"under another id", "med et andet id"}, {"one in {1}, several in {2}", "én i {1}, flere i {2}"},
	{"several in {1}, one in {2}", "flere i {1}, én i {2}"}, {"the same", "den samme"}, {"the first version", "den første version"}, {"the second version", "den anden version"},
	{"status raised", "status hævet"}, {"status lowered", "status sænket"}, {"status higher in {1}", "højere status i {1}"}, {"status lower in {1}", "lavere status i {1}"}, {"reworded", "omformuleret"},
	{"and {1} with it", "og {1} sammen med den"}, {"and {1} within it, whose ends are one now", "og {1} inden i den, hvis ender nu er ét"},
	{"no longer for", "ikke længere for"}, {"no longer against", "ikke længere imod"}, {"{1}, in {2} alone", "{1}, kun i {2}"},
}

var tableWords = []Word{
	{"No.", "Nr."}, {"enabling context", "fremmende kontekst"}, {"blocking context", "hæmmende kontekst"}, {"ripple", "ringvirkning"},
	{"{1} configurations", "{1}-konfigurationer"}, {"if-then-because statements", "hvis-så-fordi-udsagn"}, {"cases by configuration", "cases fordelt på konfigurationer"},
	{"truth table", "sandhedstabel"}, {"revision", "revision"}, {"claim", "påstand"}, {"against", "imod"}, {"95 % CI", "95 % CI"}, {"95 % CI, lower", "95 % CI, nedre"}, {"95 % CI, upper", "95 % CI, øvre"},
	{"active", "aktiv"}, {"partly active", "delvis aktiv"}, {"not active", "ikke aktiv"}, {"active and not active", "aktiv og ikke aktiv"},
	{"{1} → {2} of {3}", "{1} → {2} i {3}"}, {"element", "element"}, {"after", "efter"}, {"change", "ændring"}, {"reason", "begrundelse"}, {"table", "tabel"},
}

var statementWords = []Word{
	{"if", "hvis"},
	{"in", "i"},
	{"through", "gennem"},
	{"then", "så"},
	{"countering", "modvirker"},
	{"blocked by", "hæmmes af"},
	{"evidence against", "evidens imod"},
	{"not seen at work in", "ikke set virke hos"},
	{"our reading", "vores fortolkning"},
	{"all configurations", "alle konfigurationer"},
	{"throughout", "overalt"},
	{"none needed", "ingen nødvendig"},
	{"the evidence for it is of other cases", "evidensen for det er fra andre cases"},
	{"the evidence against it is of other cases", "evidensen imod det er fra andre cases"},
	{"← by", "← via"},
	{"reduced", "mindsket"}, {"In every configuration: {1}.", "I alle konfigurationer: {1}."}, {"Claimed in {1} alone: {2}.", "Hævdes kun i {1}: {2}."}, {"Said to influence, too: {1}.", "Siges også at påvirke: {1}."}, {"{1} requires {2}", "{1} forudsætter {2}"}, {"{1} require {2}", "{1} forudsætter {2}"},
	{"also reduced", "også mindsket"},
	{"no link of the configuration leads to it", "ingen forbindelse i konfigurationen fører til det"},
	{"nothing in the configuration leads to {1}", "intet i konfigurationen fører til {1}"},
	{"no path to it has what it needs", "ingen vej til det har, hvad den kræver"},
	{"not by way of a mechanism", "ikke gennem en mekanisme"},
	{"by other paths", "ad andre veje"},
	{"no path leads to it from {1}", "ingen vej fører til det fra {1}"},
	{"needed, not a member", "nødvendig, ikke medlem"},
	{"blocked by, not a member", "hæmmes af, ikke medlem"},
	{"not settled", "ikke afgjort"},
	{"[no outcome given]", "[intet udfald angivet]"},
	{"[no mechanism given]", "[ingen mekanisme angivet]"},
}

var reportWords = []Word{
	{"publication", "publikation"},
	{"Each link has the status that the theory's authors declare.", "Hver forbindelse har den status, som teoriens forfattere angiver."},
	{"In a configuration that names its cases, only their evidence counts.", "I en konfiguration, der nævner sine cases, tæller kun evidensen fra dem."},
	{"An outcome is no surer than the weakest link that it comes about by.", "Et udfald er ikke sikrere end den svageste forbindelse, det hviler på."},
	{"What is hypothesised, not tested or not reviewed yet is no finding.", "Det, der er antaget, ikke afprøvet eller endnu ikke gennemgået, er ikke et fund."},
	{"the theory", "teorien"},
	{"configurations in words", "konfigurationerne i ord"},
	{"what changed", "hvad der er ændret"},
	{"what a reviewer would ask", "hvad en bedømmer ville spørge om"},
	{"sources", "kilder"},
	{"what is open", "hvad der står åbent"},
	{"what is accepted, with the reason", "hvad der er accepteret, med begrundelse"},
	{"Nothing is open.", "Intet står åbent."},
	{"severity", "alvorsgrad"},
	{"rule", "regel"},
	{"what was found", "hvad der blev fundet"},
	{"place", "sted"},
	{"{1}, line {2}", "{1}, linje {2}"},
	{"figure", "figur"},
	{"further", "øvrigt"},
}

var pageWords = []Word{
	{"version {1}", "version {1}"}, {"this version", "denne version"}, {"earlier version", "tidligere version"}, {"the other version", "den anden udgave"}, {"programme theory", "programteori"},
	{"for it", "for"}, {"against it", "imod"},
	{"unknown evidence", "ukendt evidens"}, {"trial effect, of the whole programme", "effekt i et forsøg, af hele programmet"},
	{"finding of the study, in other words", "fund i studiet, gengivet med andre ord"},
	{"what it is cited for", "hvad det er anført for"}, {"configurations active here", "konfigurationer, der er aktive her"},
	{"configurations partly active here", "konfigurationer, der er delvis aktive her"},
	{"configurations not active here", "konfigurationer, der ikke er aktive her"}, {"evidence from here", "evidens herfra"},
	{"configurations that it explains", "konfigurationer, som den forklarer"}, {"where", "hvor"},
	{"resource offered", "ressource, der tilbydes"}, {"for whom", "for hvem"},
	{"evidence against it", "evidens imod"},
	{"what leads to it", "hvad der fører hertil"}, {"what it leads to", "hvad det fører til"}, {"configurations it is in", "indgår i konfigurationerne"},
	{"no, and nobody meant it", "nej, og ingen tilsigtede det"}, {"yes, though nobody meant it", "ja, selv om ingen tilsigtede det"},
	{"as {1}", "som {1}"}, {"all of them", "alle"}, {"{1} for", "{1} for"}, {"{1} against", "{1} imod"}, {"{1} the step", "{1} trinnet"},
	{"evidence for", "evidens for"}, {"what acts on it", "hvad der virker på den"}, {"evidence from {1}", "evidens fra {1}"}, {"its links", "dens forbindelser"},
	{"{1} matrix", "{1}-matrix"}, {"statements", "udsagn"}, {"findings", "bemærkninger"}, {"{1} accepted", "{1} accepteret"}, {"accepted", "accepteret"},
	{"what changed since: {1}", "ændret siden: {1}"}, {"what became of it in: {1}", "hvad det blev til i: {1}"}, {"as it was", "som det var"}, {"grey: as it was", "grå: som det var"}, {"grey: same claim", "grå: samme påstand"},
	{"kept as it was", "bevaret, som det var"}, {"gone, and no reason given", "væk uden begrundelse"}, {"one part of what was split", "en del af det, der blev opdelt"},
	{"new in this version", "ny i denne version"}, {"{1}: reworded", "{1}: omformuleret"},
	{"{1}: now “{2}”", "{1}: nu “{2}”"}, {"{1}: no longer “{2}”", "{1}: ikke længere “{2}”"}, {"{1}: {2} more, {3} fewer", "{1}: {2} tilføjet, {3} fjernet"},
	{"{1}: {2} more", "{1}: {2} tilføjet"}, {"{1}: {2} fewer", "{1}: {2} fjernet"}, {"{1}: {2}, now {3}", "{1}: {2}, nu {3}"}, {"not given", "ikke angivet"},
	{"about this theory", "om denne teori"}, {"The theory cannot be drawn as it is.", "Teorien kan ikke tegnes, som den er."},
	{"Below is how it last could be.", "Nedenfor vises den, som den sidst kunne tegnes."},
	{"Made with icamo. The page holds everything it shows and loads nothing from elsewhere.", "Lavet med icamo. Siden indeholder alt, hvad den viser, og henter intet andre steder fra."},
	{"parts of the page", "sidens afsnit"}, {"pick out in the figure", "fremhæv i figuren"}, {"search", "søg"}, {"show the whole figure", "vis hele figuren"}, {"skip the figure", "spring figuren over"},
	{"Select a box or an arrow in the figure, or search for a word.", "Vælg en boks eller en pil i figuren, eller søg efter et ord."},
	{"Select a box or an arrow to read what stands behind it. Drag to move; wheel, pinch or + and − to zoom, 0 for the whole.",
		"Vælg en boks eller en pil for at læse, hvad der står bag. Træk for at flytte; hjul, knib eller + og − for at zoome, 0 for det hele."},
	{"figure shown", "vist figur"}, {"overview", "overblik"}, {"other links {1}", "andre forbindelser {1}"},
	{"its layout takes too long", "det tager for lang tid at sætte den op"}, {"it would be {1} × {2} mm", "den ville være {1} × {2} mm"},
	{"its labels are too long together", "dens betegnelser er for lange tilsammen"}, {"one figure shows at most {1}", "en figur viser højst {1}"},
	{"The whole, with {1} and {2}, is too large for one figure: {3}. It is shown by parts: each configuration, and the links that no configuration has.",
		"Helheden, med {1} og {2}, er for stor til én figur: {3}. Den vises i dele: hver konfiguration og de forbindelser, som ingen konfiguration har."},
	{"Without a figure of their own: configurations {1}.", "Uden egen figur: konfigurationerne {1}."},
	{"In no figure, as nothing joins them: {1}.", "I ingen figur, da intet forbinder dem: {1}."},
	{"What a reviewer would ask. The tool reports; the evaluator judges.", "Hvad en bedømmer ville spørge om. Værktøjet peger på det; evaluator vurderer."},
	{"what stands behind it", "hvad der står bag"}, {"zoom", "zoom"}, {"zoom in", "zoom ind"}, {"zoom out", "zoom ud"}, {"a word of a label or a quote", "et ord fra en betegnelse eller et citat"},
	{"in the earlier version", "i den tidligere version"}, {"live preview", "liveforhåndsvisning"}, {"live preview ended", "liveforhåndsvisningen er slut"},
	{"nothing found", "intet fundet"}, {"{1} found", "{1} fundet"}, {"show all", "vis alle"}, {"web", "web"},
}
