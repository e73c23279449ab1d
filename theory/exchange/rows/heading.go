package rows

import (
	"slices"
	"strings"
	"unicode"

	"icamo/theory"
)

// form is a table as a sheet can hold it.
type form struct {
	table string     // "node" is all kinds of node
	needs [][]string // keys that say that a sheet is of this table: all of one of these lists
	names map[string]string
}

// Keys of columns that no table of the format has.
const (
	idKey     = "id"
	kindKey   = "kind"      // of a node
	forKey    = "for"       // the claims that a piece of evidence speaks for
	contraKey = "against"   // and against
	fromKind  = "from kind" // of the node that a link starts from
	toKind    = "to kind"
	blocking  = "blocking context" // in a matrix: a context that inhibits
)

// forms are the tables in the order in which a sheet is held against them.
var forms = []form{
	{"link", [][]string{{"from", "to"}}, map[string]string{
		"cause": "from", "source node": "from", "start": "from", "leads to": "to", "target": "to", "target node": "to", "end": "to",
		"why": "because", "rationale": "because", "explanation": "because", "reason": "because", "polarity": "effect", "sign": "effect",
		"support": "status", "evidence for": "supported_by", "evidence against": "contradicted_by", "note": "description", "comment": "description",
		"from kind": fromKind, "from type": fromKind, "kind from": fromKind, "to kind": toKind, "to type": toKind, "kind to": toKind,
	}},
	{"evidence", [][]string{{"text"}, {"type", "source"}}, map[string]string{
		"quote": "text", "quotation": "text", "excerpt": "text", "extract": "text", "data extract": "text", "passage": "text", "verbatim": "text",
		"participant": "case", "respondent": "case", "interviewee": "case", "informant": "case", "speaker": "case", "site": "case",
		"document": "source", "study": "source", "reference": "source", "transcript": "source", "file": "source", "interview": "source",
		"page": "locator", "line": "locator", "paragraph": "locator", "where": "locator", "location": "locator", "page number": "locator",
		"for": forKey, "support": forKey, "evidence for": forKey, "code": forKey, "claim": forKey, "link": forKey, "theme": forKey,
		"against": contraKey, "contradict": contraKey, "evidence against": contraKey, "note": "description", "comment": "description",
	}},
	{"configuration", [][]string{{"context", "outcome"}, {"context", "mechanism"}, {"mechanism", "outcome"}, {"intervention", "outcome"}, {"reasoning", "outcome"}, {"title", "number"}}, map[string]string{
		"configuration": "title", "cmo": "title", "cmoc": "title", "icamo": "title", "cmo configuration": "title", "theme": "title", "name": "title",
		"no": "number", "nr": "number", "cmo no": "number", "cmoc no": "number", "cmo number": "number", "cmoc number": "number", "row": "number",
		"programme": "intervention", "program": "intervention", "activity": "intervention", "component": "intervention", "strategy": "intervention",
		"enabling context": "context", "contextual factor": "context", "circumstance": "context", "setting": "context",
		"blocking context": blocking, "hindering context": blocking, "barrier": blocking,
		"stakeholder": "actor", "agent": "actor", "for whom": "beneficiary",
		"mechanism resource": "resource", "resource offered": "resource", "mechanism reasoning": "reasoning", "mechanism response": "reasoning",
		"response": "reasoning", "reaction": "reasoning",
		"immediate outcome": "outcome immediate", "short term outcome": "outcome immediate", "outcome immediate": "outcome immediate",
		"intermediate outcome": "outcome intermediate", "medium term outcome": "outcome intermediate", "outcome intermediate": "outcome intermediate",
		"distal outcome": "outcome distal", "long term outcome": "outcome distal", "outcome distal": "outcome distal",
		"unintended outcome": "outcome unintended", "substantive theory": "formal_theory", "middle range theory": "formal_theory",
		"if then because": "statement", "if then": "statement", "why": "because", "explanation": "because", "note": "description", "comment": "description",
	}},
	{"node", [][]string{{"label", kindKey}}, map[string]string{
		"name": "label", "node": "label", "title": "label", "text": "label", "type": kindKey, "role": kindKey, "category": kindKey, "element": kindKey,
		"note": "description", "comment": "description", "definition": "description", "why": "because", "response": "reasoning",
	}},
	{"source", [][]string{{"citation"}}, map[string]string{"reference": "citation", "note": "description"}},
	{"case", [][]string{{"label", "attributes"}}, map[string]string{"name": "label", "attribute": "attributes"}},
	{"formal_theory", [][]string{{"label", "source"}}, map[string]string{"name": "label"}},
}

// keys are the names of the keys that the form's columns can be of.
func (f *form) keys() []string {
	keys := []string{idKey}
	add := func(table string) {
		for _, k := range theory.TableNamed(table).Keys {
			if k.Type != theory.Acceptances && !slices.Contains(keys, k.Name) {
				keys = append(keys, k.Name)
			}
		}
	}
	if f.table == "node" {
		for _, kind := range theory.Kinds {
			add(string(kind))
		}
	} else {
		add(f.table)
	}
	switch f.table {
	case "node":
		keys = append(keys, kindKey)
	case "link":
		keys = append(keys, fromKind, toKind)
	case "evidence":
		keys = append(keys, forKey, contraKey)
	case "configuration":
		keys = append(keys, "resource", "reasoning", "beneficiary", blocking)
	}
	return keys
}

// keyOf is the key that a heading names; "" where none is known.
func (f *form) keyOf(heading string) string {
	exact := strings.ToLower(strings.TrimSpace(heading))
	keys := f.keys()
	if slices.Contains(keys, exact) {
		return exact
	}
	plain := plainHeading(heading)
	for _, key := range keys {
		if plainHeading(key) == plain {
			return key
		}
	}
	return f.names[plain]
}

// plainHeading is a heading as it is compared: in small letters and the singular, without punctuation, numbers and single
// letters: "Contexts (C) 2" is "context".
func plainHeading(heading string) string {
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var kept []string
	for i, w := range words {
		number := strings.Trim(w, "0123456789") == ""
		if len(words) > 1 && (len(w) == 1 || number && i > 0) {
			continue
		}
		if strings.HasSuffix(w, "ies") {
			w = strings.TrimSuffix(w, "ies") + "y"
		} else if strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "ss") {
			w = strings.TrimSuffix(w, "s")
		}
		kept = append(kept, w)
	}
	if len(kept) == 1 && roleLetters[kept[0]] != "" {
		return roleLetters[kept[0]]
	}
	return strings.Join(kept, " ")
}

var roleLetters = map[string]string{"i": "intervention", "c": "context", "a": "actor", "m": "mechanism", "o": "outcome"}

// Kind is the kind of node that a word names, as a heading or a code says it: "Mechanisms", "C"; "" where it names none.
func Kind(word string) theory.Kind {
	plain := plainHeading(word)
	if kind := theory.Kind(plain); slices.Contains(theory.Kinds, kind) {
		return kind
	}
	switch plain {
	case "contextual factor", "circumstance":
		return theory.Context
	case "stakeholder":
		return theory.Actor
	}
	return ""
}
