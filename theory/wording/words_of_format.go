package wording

// formatWords are the format's values and keys, as a reader meets them.
var formatWords = []Word{
	{"intervention", "intervention"}, {"context", "kontekst"}, {"actor", "aktør"}, {"mechanism", "mekanisme"}, {"outcome", "udfald"}, {"node", "element"},
	{"promotes", "fremmer"}, {"inhibits", "hæmmer"},
	{"hypothesised", "antaget"}, {"supported", "understøttet"}, {"mixed", "blandet"}, {"refuted", "afkræftet"}, {"not tested", "ikke afprøvet"}, {"not activated", "ikke aktiveret"},
	{"output", "output"}, {"immediate", "umiddelbart"}, {"intermediate", "på mellemlangt sigt"}, {"distal", "på langt sigt"},
	{"wanted", "ønsket"}, {"unwanted", "uønsket"}, {"unintended", "utilsigtet"}, {"dropped", "udgået"},
	{"quote", "citat"}, {"observation", "observation"}, {"document", "dokument"}, {"finding", "fund"}, {"effect", "effekt"}, {"survey", "spørgeskemaundersøgelse"},
	{"association", "sammenhæng"}, {"comparison", "sammenligning"}, {"formal theory", "formel teori"}, {"opinion", "holdning"},
	{"improved", "forbedret"}, {"no difference", "ingen forskel"}, {"worsened", "forværret"},
	{"high", "høj"}, {"moderate", "moderat"}, {"low", "lav"}, {"very low", "meget lav"}, {"micro", "mikro"}, {"meso", "meso"}, {"macro", "makro"},
	{"experience", "erfaring"}, {"belief", "formodning"}, {"one", "én"}, {"several", "flere"}, {"most", "de fleste"}, {"all", "alle"},
	{"primary", "primært"}, {"secondary", "sekundært"}, {"exploratory", "eksplorativt"},
	{"participant", "deltager"}, {"site", "sted"}, {"service", "tilbud"}, {"group", "gruppe"}, {"study", "studie"}, {"ICAMO", "ICAMO"}, {"CMO", "CMO"},

	{"accept", "accepteret"}, {"active in", "aktiv i"}, {"attributes", "egenskaber"}, {"authors", "forfattere"}, {"basis", "grundlag"}, {"because", "fordi"},
	{"beneficiary", "til gavn for"}, {"case", "case"}, {"citation", "reference"}, {"compared with", "sammenlignet med"}, {"confidence", "tiltro"},
	{"configuration", "konfiguration"}, {"contradicted by", "evidens imod"}, {"description", "beskrivelse"}, {"design", "design"}, {"doi", "DOI"},
	{"estimate", "estimat"}, {"evidence", "evidens"}, {"extent", "udbredelse"}, {"from", "fra"}, {"heuristic", "heuristik"}, {"horizon", "tidshorisont"},
	{"id", "id"}, {"include", "omfatter"}, {"influences", "påvirker"}, {"interval", "interval"}, {"kind", "type"}, {"label", "betegnelse"}, {"language", "sprog"},
	{"level", "niveau"}, {"link", "forbindelse"}, {"locator", "sted i kilden"}, {"measure", "mål"}, {"n", "n"}, {"necessary", "nødvendig"},
	{"none", "ingen"}, {"not active in", "ikke aktiv i"}, {"number", "nummer"}, {"opposite", "modsætning"}, {"outcome role", "udfaldets rolle"}, {"p", "p"},
	{"partly active in", "delvis aktiv i"}, {"reading", "fortolkning"}, {"reasoning", "ræsonnement"}, {"reasoning by", "ræsonnement hos"}, {"relevance", "relevans"},
	{"requires", "forudsætter"}, {"resource", "ressource"}, {"resource by", "ressource fra"}, {"revises", "reviderer"}, {"rigour", "stringens"}, {"rival", "rivaliserende konfiguration"},
	{"setting", "sted og rammer"}, {"source", "kilde"}, {"statement", "udsagn"}, {"status", "status"}, {"subgroup", "undergruppe"}, {"supported by", "evidens for"},
	{"text", "tekst"}, {"theory", "teori"}, {"time", "tid"}, {"title", "titel"}, {"to", "til"}, {"type", "type"}, {"unreviewed", "ikke gennemgået"}, {"url", "URL"},
	{"valence", "ønsket eller uønsket"}, {"version", "version"}, {"was", "tidligere id"}, {"year", "år"},
}
