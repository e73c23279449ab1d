package quotation

import "bytes"

// negations are words that turn a sentence into its opposite, in the languages that theories are mostly written in.
var negations = map[string]bool{
	"no": true, "not": true, "never": true, "none": true, "nobody": true, "nothing": true, "nowhere": true, "neither": true, "nor": true,
	"cannot": true, "without": true, "hardly": true, "barely": true, "scarcely": true, "rarely": true, "seldom": true,
	"ikke": true, "ej": true, "aldrig": true, "aldri": true, "ingen": true, "intet": true, "ingenting": true, "uden": true, "uten": true,
	"inte": true, "icke": true, "inget": true, "utan": true,
	"nicht": true, "nie": true, "niemals": true, "kein": true, "keine": true, "keinen": true, "keiner": true, "keinem": true, "nichts": true, "ohne": true,
	"niet": true, "geen": true, "nooit": true, "niets": true, "zonder": true,
	"pas": true, "jamais": true, "aucun": true, "aucune": true, "rien": true, "sans": true,
	"nunca": true, "ningún": true, "ninguna": true, "nada": true, "sin": true, "não": true, "nenhum": true, "nenhuma": true, "sem": true,
	"non": true, "mai": true, "nessuno": true, "senza": true,
}

// negated says whether a negation is among the words.
func (f *folded) negated() bool {
	before := f.negationsBefore()
	return before[len(f.text)] > 0
}

// negations counts, for each byte and the end, the negations that begin before it.
func (f *folded) negationsBefore() []int32 {
	before := make([]int32, len(f.text)+1)
	for _, w := range f.words(0, len(f.text)) {
		if word := f.text[w.start:w.end]; negations[string(word)] || bytes.HasSuffix(word, []byte("n't")) {
			before[w.start+1] = 1
		}
	}
	for i := range f.text {
		before[i+1] += before[i]
	}
	return before
}
