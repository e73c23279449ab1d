package theory

import (
	"fmt"
	"slices"
	"strings"
)

// MaxWhole is the largest whole number that a theory file may hold.
const MaxWhole = 9999

// ValueType is what the value of a key may be.
type ValueType int

// The types of value.
const (
	Text        ValueType = iota // a text
	Texts                        // a list of texts
	Word                         // one of the key's words
	Reference                    // an id of the key's target
	References                   // a list of ids of the key's target
	Whole                        // a whole number
	Number                       // a number
	Flag                         // true or false
	Interval                     // two numbers, the lower first
	Attributes                   // a table of texts, numbers or flags
	Acceptances                  // a table of reasons by rule code
	Levels                       // a table of the key's words by rule code
)

// String says what the value is, as messages do.
func (v ValueType) String() string {
	return [...]string{
		"a text", "a list of texts", "a text", "an id", "a list of ids", fmt.Sprintf("a whole number from 0 to %d", MaxWhole), "a number", "true or false",
		"a list of two numbers", "a table of texts", "a table of reasons by rule code",
		"a table of severities by rule code",
	}[v]
}

// Key is one key that a table of a theory file may have.
type Key struct {
	Name     string
	Type     ValueType
	Words    []string // the words allowed; Word and Levels only
	Target   string   // the table, or "node", whose ids it names; Reference and References only
	Required bool     // must be there, and not be empty
	Doc      string   // what it says, in one sentence
}

// Table is one table of a theory file. Unless it is single or repeated, it is keyed by ids: [name.id].
type Table struct {
	Name     string
	Single   bool // [name]
	Repeated bool // [[name]]
	Doc      string
	Keys     []Key
}

// HowRepeated says how a repeated table is written.
func (t *Table) HowRepeated() string {
	return fmt.Sprintf("%ss are written [[%s]], with two brackets, one table for each", t.Name, t.Name)
}

// Key finds a key by name.
func (t *Table) Key(name string) *Key {
	if i := slices.IndexFunc(t.Keys, func(k Key) bool { return k.Name == name }); i >= 0 {
		return &t.Keys[i]
	}
	return nil
}

// Format is the whole format of a theory file: what the loader accepts, what the schema describes and what messages
// suggest all come from here.
var Format = []Table{
	{Name: "theory", Single: true, Doc: "One version of one program theory.", Keys: []Key{
		{Name: "id", Type: Text, Required: true, Doc: "The theory's id, the same in every version."},
		{Name: "title", Type: Text, Required: true, Doc: "The theory's title, as figures show it."},
		{Name: "version", Type: Text, Doc: "The name of this version, such as initial or revised."},
		{Name: "heuristic", Type: Word, Words: []string{"ICAMO", "CMO"}, Doc: "Which roles a configuration must fill; ICAMO unless given."},
		{Name: "revises", Type: Text, Doc: "The file of the version that this one revises, relative to this file."},
		{Name: "include", Type: Texts, Doc: "Files with the sources, cases and evidence that versions share, relative to this file."},
		{Name: "citation", Type: Text, Doc: "The publication that the theory comes from."},
		{Name: "doi", Type: Text, Doc: "The publication's DOI."},
		{Name: "authors", Type: Texts, Doc: "Who wrote the theory."},
		{Name: "description", Type: Text, Doc: "What the theory is about."},
		{Name: "language", Type: Text, Doc: "The language of the labels as a BCP 47 tag, such as en or da."},
		acceptKey,
	}},
	nodeTable(Intervention, "What the programme does or offers."),
	nodeTable(Context, "A feature of the circumstances that lets a mechanism work or blocks it."),
	nodeTable(Actor, "Who takes part, or through whom the programme works."),
	nodeTable(Mechanism, "What people think and do in response to what the programme offers.",
		Key{Name: "resource", Type: Text, Doc: "What the programme offers."},
		Key{Name: "reasoning", Type: Text, Doc: "How people respond to it."}),
	nodeTable(Outcome, "What comes about.",
		Key{Name: "beneficiary", Type: References, Target: "actor", Doc: "The actors for whom it is an outcome."},
		Key{Name: "horizon", Type: Word, Words: []string{"immediate", "intermediate", "distal"}, Doc: "How far along the causal chain it lies."},
		Key{Name: "valence", Type: Word, Words: []string{"wanted", "unwanted"}, Doc: "Whether it is wanted; wanted unless given."},
		Key{Name: "unintended", Type: Flag, Doc: "True where nobody meant it."}),
	{Name: "link", Repeated: true, Doc: "A causal claim from one node to another.", Keys: []Key{
		{Name: "from", Type: Reference, Target: "node", Required: true, Doc: "The node that the link starts from."},
		{Name: "to", Type: Reference, Target: "node", Required: true, Doc: "The node that the link leads to."},
		{Name: "effect", Type: Word, Words: []string{"promotes", "inhibits"}, Doc: "What it does to the node it leads to; promotes unless given."},
		{Name: "status", Type: Word, Words: []string{"hypothesised", "supported", "mixed", "refuted", "not-tested", "not-activated"},
			Doc: "How far the evaluator holds it to be supported; hypothesised unless given."},
		{Name: "supported_by", Type: References, Target: "evidence", Doc: "The evidence for it."},
		{Name: "contradicted_by", Type: References, Target: "evidence", Doc: "The evidence against it."},
		{Name: "because", Type: Text, Doc: "Why the one brings about the other."},
		{Name: "description", Type: Text, Doc: "What else there is to say of it."},
		{Name: "dropped", Type: Text, Doc: "Why it was dropped; a dropped link stays in the file, with the reason."},
		acceptKey,
	}},
	{Name: "configuration", Doc: "One claim: if this intervention, in this context, for these actors, then this outcome, because of this mechanism.", Keys: []Key{
		{Name: "title", Type: Text, Required: true, Doc: "The configuration in a few words."},
		{Name: "number", Type: Whole, Doc: "Its number, as figures and tables show it."},
		{Name: "intervention", Type: References, Target: "node", Doc: "What the programme does or offers in it."},
		{Name: "context", Type: References, Target: "node", Doc: "The circumstances in which it works or is blocked."},
		{Name: "actor", Type: References, Target: "node", Doc: "Who takes part."},
		{Name: "mechanism", Type: References, Target: "node", Doc: "Through what it works."},
		{Name: "outcome", Type: References, Target: "node", Doc: "What comes about."},
		{Name: "formal_theory", Type: References, Target: "formal_theory", Doc: "The formal theories that it instantiates."},
		{Name: "requires", Type: References, Target: "configuration", Doc: "Configurations that must be active first."},
		{Name: "influences", Type: References, Target: "configuration", Doc: "Configurations that it affects."},
		{Name: "active_in", Type: References, Target: "case", Doc: "Cases in which it was seen at work."},
		{Name: "not_active_in", Type: References, Target: "case", Doc: "Cases in which it was seen not to work."},
		{Name: "confidence", Type: Word, Words: []string{"high", "moderate", "low", "very-low"}, Doc: "The evaluator's CERQual-style judgement."},
		{Name: "because", Type: Text, Doc: "The because-part of its statement, in place of the generated one."},
		{Name: "description", Type: Text, Doc: "What else there is to say of it."},
		{Name: "was", Type: Texts, Doc: "Ids that it had, or was made from, in the version revised."},
		{Name: "dropped", Type: Text, Doc: "Why it was dropped."},
		acceptKey,
	}},
	{Name: "source", Doc: "A publication, data set or document that evidence comes from.", Keys: []Key{
		{Name: "citation", Type: Text, Required: true, Doc: "The full reference."},
		{Name: "doi", Type: Text, Doc: "Its DOI."},
		{Name: "url", Type: Text, Doc: "Where it is found."},
		{Name: "description", Type: Text, Doc: "What kind of source it is."},
		acceptKey,
	}},
	{Name: "case", Doc: "A participant, site, service, group or study.", Keys: []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The case's name, as tables show it."},
		{Name: "kind", Type: Word, Words: []string{"participant", "site", "service", "group", "study"}, Doc: "What kind of case it is."},
		{Name: "description", Type: Text, Doc: "What else there is to say of it."},
		{Name: "attributes", Type: Attributes, Doc: "What is known of it, by name."},
		acceptKey,
	}},
	{Name: "evidence", Doc: "One piece of evidence; the claim that cites it says whether it speaks for or against.", Keys: []Key{
		{Name: "type", Type: Word, Words: []string{"quote", "observation", "document", "finding", "effect", "formal-theory", "opinion"},
			Required: true, Doc: "What kind of evidence it is; an effect is a trial's estimate for the whole programme."},
		{Name: "source", Type: Reference, Target: "source", Doc: "Where it comes from."},
		{Name: "case", Type: Reference, Target: "case", Doc: "The case that it speaks of."},
		{Name: "cases", Type: References, Target: "case", Doc: "The cases that it speaks of."},
		{Name: "text", Type: Text, Doc: "A quote's own words; else what it says."},
		{Name: "locator", Type: Text, Doc: "Where in the source it stands: a page, section or line."},
		{Name: "description", Type: Text, Doc: "What else there is to say of it."},
		{Name: "measure", Type: Text, Doc: "The scale of a trial effect."},
		{Name: "estimate", Type: Number, Doc: "The estimate of a trial effect, in the scale's own units."},
		{Name: "interval", Type: Interval, Doc: "Its 95 % confidence interval, the lower end first."},
		{Name: "p", Type: Text, Doc: "Its p value, as printed in the source."},
		{Name: "finding", Type: Word, Words: []string{"improved", "no-difference", "worsened"}, Doc: "What the trial found for the outcome."},
		{Name: "lower_is_better", Type: Flag, Doc: "True where lower values on the scale are better."},
		acceptKey,
	}},
	{Name: "formal_theory", Doc: "A formal or middle-range theory that configurations instantiate.", Keys: []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The theory's name."},
		{Name: "source", Type: Reference, Target: "source", Doc: "The publication that states it."},
		{Name: "description", Type: Text, Doc: "What it says."},
		acceptKey,
	}},
}

var acceptKey = Key{Name: "accept", Type: Acceptances, Doc: "Findings that are accepted, each by its code with the reason."}

func nodeTable(kind Kind, doc string, own ...Key) Table {
	keys := []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The text in the figure's box."},
		{Name: "description", Type: Text, Doc: "What the label stands for."},
	}
	keys = append(keys, own...)
	keys = append(keys,
		Key{Name: "supported_by", Type: References, Target: "evidence", Doc: "The evidence that it was observed."},
		Key{Name: "contradicted_by", Type: References, Target: "evidence", Doc: "The evidence that it was not observed."},
		Key{Name: "because", Type: Text, Doc: "Why it is placed here, or how the evidence on it is to be read."},
		Key{Name: "was", Type: Texts, Doc: "Lineage: the ids that it had, or was made from, in the version revised."},
		Key{Name: "dropped", Type: Text, Doc: "Why it was dropped; a dropped node stays in the file, with the reason."},
		acceptKey)
	return Table{Name: string(kind), Doc: doc, Keys: keys}
}

// TableNamed finds a table of the format by name; nil where it has none.
func TableNamed(name string) *Table {
	if i := slices.IndexFunc(Format, func(t Table) bool { return t.Name == name }); i >= 0 {
		return &Format[i]
	}
	return nil
}

// TablesWith names the tables that have a key which this one has not: "reasoning" belongs to mechanisms only.
func TablesWith(formats []Table, key string) string {
	var in []string
	for _, t := range formats {
		if t.Key(key) != nil {
			in = append(in, t.Name)
		}
	}
	return strings.Join(in, ", ")
}
