package load

import (
	"strings"

	"icamo/theory"
	"icamo/theory/toml"
	"icamo/theory/wording"
)

// wordsTable is the table of icamo.toml that sets the tool's own words.
const wordsTable = "words"

// mostWord is how many bytes a word or phrase of a project may have.
const mostWord = 1000

func wordKeys() []theory.Key {
	var keys []theory.Key
	for _, group := range wording.Groups {
		for _, w := range group.Words {
			keys = append(keys, theory.Key{Name: wording.KeyOf(w.English), Type: theory.Text, Doc: "In " + group.Where + ": " + w.English})
		}
	}
	return keys
}

// word keeps a word of the project. One that leaves out what is put in would leave out what the theory says.
func (s *Settings) word(r *reader, key string, value *toml.Item) {
	said := strings.Join(strings.Fields(text(value)), " ")
	word, _ := wording.Find(key)
	switch lacks := word.Lacks(said); {
	case said == "":
		r.fault(theory.InvalidValueFault, value.Value, "%q is empty; say a word, or take it out", key)
	case len(said) > mostWord:
		r.fault(theory.InvalidValueFault, value.Value, "%q has %d bytes, and can have %d; shorten it", key, len(said), mostWord)
	case lacks != "":
		r.fault(theory.InvalidValueFault, value.Value, "%q must have %s, where something is put in", key, lacks)
	default:
		s.setWord(key, said)
	}
}

func (s *Settings) setWord(key, word string) {
	if s.Words == nil {
		s.Words = make(map[string]string)
	}
	s.Words[key] = word
}
