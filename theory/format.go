package theory

import (
	"fmt"
	"strings"
)

// MaxWhole is the largest whole number that a theory file may hold.
const MaxWhole = 9999

// mostPeople is the largest number of people that a trial or survey can have.
const mostPeople = 999_999_999

// What is said of any element that can lie on one level of a system, or that a reader of its sources may see otherwise.
var (
	levels     = []string{"micro", "meso", "macro"}
	grades     = []string{"high", "moderate", "low"}
	valences   = []string{"wanted", "unwanted"}
	valenceDoc = "Whether it is wanted; an unwanted one is what the programme is to counter."
)

// ValueType is what the value of a key may be.
type ValueType int

// The types of value.
const (
	Text        ValueType = iota // a text
	Texts                        // a list of texts
	Word                         // one of the key's words
	Words                        // a list of the key's words
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
		"a text", "a list of texts", "a text", "a list of texts", "an id", "a list of ids", fmt.Sprintf("a whole number from 0 to %d", MaxWhole), "a number", "true or false",
		"a list of two numbers", "a table of texts", "a table of reasons by rule code",
		"a table of severities by rule code",
	}[v]
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
	if i := t.Index(name); i >= 0 {
		return &t.Keys[i]
	}
	return nil
}

// Index is the place of a key among the table's; -1 where it has none of the name.
func (t *Table) Index(name string) int {
	for i := range t.Keys {
		if t.Keys[i].Name == name {
			return i
		}
	}
	return -1
}

// Format is the whole format of a theory file: what the loader accepts, what the schema describes and what messages
// suggest all come from here.
var Format = []Table{
	{Name: "theory", Single: true, Doc: "One version of one program theory.", Keys: []Key{
		{Name: "id", Type: Text, Required: true, Doc: "The theory's id, the same in every version.",
			Field: func(r Record) any { return &r.(*Theory).ID }},
		{Name: "title", Type: Text, Required: true, Doc: "The theory's title, as figures show it.",
			Field: func(r Record) any { return &r.(*Theory).Title }},
		{Name: "version", Type: Text, Doc: "The name of this version, such as initial or revised.",
			Field: func(r Record) any { return &r.(*Theory).Version }},
		{Name: "heuristic", Type: Word, Words: []string{"ICAMO", "CMO"}, Default: "ICAMO", Doc: "Which roles a configuration must fill; ICAMO unless given.",
			Field: func(r Record) any { return (*string)(&r.(*Theory).Heuristic) }},
		{Name: "revises", Type: Text, Doc: "The file of the version that this one revises, relative to this file.",
			Field: func(r Record) any { return &r.(*Theory).Revises }},
		{Name: "include", Type: Texts, Doc: "Files with the sources, cases and evidence that versions share, relative to this file.",
			Field: func(r Record) any { return &r.(*Theory).Include }},
		{Name: "citation", Type: Text, Prose: true, Doc: "The publication that the theory comes from.",
			Field: func(r Record) any { return &r.(*Theory).Citation }},
		{Name: "doi", Type: Text, Doc: "The publication's DOI.",
			Field: func(r Record) any { return &r.(*Theory).DOI }},
		{Name: "authors", Type: Texts, Doc: "Who wrote the theory.",
			Field: func(r Record) any { return &r.(*Theory).Authors }},
		{Name: "context", Type: References, Target: "node", Doc: "Overarching circumstances: they belong to every configuration.",
			Field: func(r Record) any { return MembersIn{&r.(*Theory).Overarching, Context} }},
		{Name: "actor", Type: References, Target: "node", Doc: "Actors who belong to every configuration.",
			Field: func(r Record) any { return MembersIn{&r.(*Theory).Overarching, Actor} }},
		{Name: "outcome", Type: References, Target: "node", Doc: "Outcomes that belong to every configuration.",
			Field: func(r Record) any { return MembersIn{&r.(*Theory).Overarching, Outcome} }},
		{Name: "description", Type: Text, Prose: true, Doc: "What the theory is about.",
			Field: func(r Record) any { return &r.(*Theory).Description }},
		{Name: "language", Type: Text, Doc: "The language of the labels as a BCP 47 tag, such as en or da.",
			Field: func(r Record) any { return &r.(*Theory).Language }},
		acceptKey,
	}},
	nodeTable(Intervention, "What the programme does or offers."),
	nodeTable(Context, "A feature of the circumstances that lets a mechanism work or blocks it.",
		Key{Name: "valence", Type: Word, Words: valences, Doc: valenceDoc,
			Field: func(r Record) any { return (*string)(&r.(*Node).Valence) }}),
	nodeTable(Actor, "Who takes part, or through whom the programme works."),
	nodeTable(Mechanism, "What people think and do in response to what the programme offers.",
		Key{Name: "resource", Type: Text, Prose: true, Doc: "What the programme offers.",
			Field: func(r Record) any { return &r.(*Node).Resource }},
		Key{Name: "resource_by", Type: References, Target: "actor", Doc: "The actors who give the resource.",
			Field: func(r Record) any { return &r.(*Node).ResourceBy }},
		Key{Name: "reasoning", Type: Text, Prose: true, Doc: "How people respond to it.",
			Field: func(r Record) any { return &r.(*Node).Reasoning }},
		Key{Name: "reasoning_by", Type: References, Target: "actor", Doc: "The actors who respond.",
			Field: func(r Record) any { return &r.(*Node).ReasoningBy }},
		Key{Name: "valence", Type: Word, Words: valences, Doc: valenceDoc,
			Field: func(r Record) any { return (*string)(&r.(*Node).Valence) }}),
	nodeTable(Outcome, "What comes about.",
		Key{Name: "beneficiary", Type: References, Target: "actor", Doc: "The actors for whom it is an outcome.",
			Field: func(r Record) any { return &r.(*Node).Beneficiary }},
		Key{Name: "horizon", Type: Word, Words: []string{"output", "immediate", "intermediate", "distal"}, Doc: "How far along the causal chain it lies.",
			Field: func(r Record) any { return (*string)(&r.(*Node).Horizon) }},
		Key{Name: "valence", Type: Word, Words: valences, Default: "wanted", Doc: "Whether it is wanted; wanted unless given.",
			Field: func(r Record) any { return (*string)(&r.(*Node).Valence) }},
		Key{Name: "unintended", Type: Flag, Doc: "True where nobody meant it.",
			Field: func(r Record) any { return &r.(*Node).Unintended }}),
	{Name: "link", Repeated: true, Doc: "A causal claim from one node to another, or to the link between two others.", Keys: []Key{
		{Name: "from", Type: Reference, Target: "node", Required: true, Doc: "The node that the link starts from.",
			Field: func(r Record) any { return &r.(*Link).From }},
		{Name: "to", Type: Reference, Target: "node", OrLink: true, Required: true,
			Doc:   "The node that the link leads to, or the link that it acts on, such as a -> b; with (promotes) or (inhibits) after it where two links join the pair.",
			Field: func(r Record) any { return &r.(*Link).To }},
		{Name: "effect", Type: Word, Words: []string{"promotes", "inhibits"}, Default: "promotes", Doc: "What it does to the node or link that it leads to; promotes unless given.",
			Field: func(r Record) any { return (*string)(&r.(*Link).Effect) }},
		{Name: "necessary", Type: Flag, Doc: "True where what the link leads to cannot come about without what it starts from; only of a link that promotes.",
			Field: func(r Record) any { return &r.(*Link).Necessary }},
		{Name: "status", Type: Word, Words: []string{"hypothesised", "supported", "mixed", "refuted", "not-tested", "not-activated"}, Default: "hypothesised",
			Doc:   "How far the evaluator holds it to be supported; hypothesised unless given.",
			Field: func(r Record) any { return (*string)(&r.(*Link).Status) }},
		{Name: "supported_by", Type: References, Target: "evidence", Doc: "The evidence for it.",
			Field: func(r Record) any { return &r.(*Link).SupportedBy }},
		{Name: "contradicted_by", Type: References, Target: "evidence", Doc: "The evidence against it.",
			Field: func(r Record) any { return &r.(*Link).ContradictedBy }},
		{Name: "because", Type: Text, Prose: true, Doc: "Why the one brings about the other.",
			Field: func(r Record) any { return &r.(*Link).Because }},
		readingKey(func(r Record) *string { return &r.(*Link).Reading }),
		{Name: "configuration", Type: References, Target: "configuration", Doc: "The configurations in which alone the claim is made.",
			Field: func(r Record) any { return &r.(*Link).Configurations }},
		{Name: "description", Type: Text, Prose: true, Doc: "What else there is to say of it.",
			Field: func(r Record) any { return &r.(*Link).Description }},
		{Name: "dropped", Type: Text, Prose: true, Doc: "Why it was dropped; a dropped link stays in the file, with the reason.",
			Field: func(r Record) any { return &r.(*Link).Dropped }},
		unreviewedKey,
		acceptKey,
	}},
	{Name: "configuration", Doc: "One claim: if this intervention, in this context, for these actors, then this outcome, because of this mechanism.", Keys: []Key{
		{Name: "title", Type: Text, Required: true, Doc: "The configuration in a few words.",
			Field: func(r Record) any { return &r.(*Configuration).Title }},
		{Name: "number", Type: Whole, Least: 1, Doc: "Its number, as figures and tables show it. One without takes that of its place in the file, or else the next that none has.",
			Field: func(r Record) any { return &r.(*Configuration).Number }},
		{Name: "intervention", Type: References, Target: "node", Doc: "What the programme does or offers in it.",
			Field: func(r Record) any { return MembersIn{&r.(*Configuration).Members, Intervention} }},
		{Name: "context", Type: References, Target: "node", Doc: "The circumstances in which it works or is blocked.",
			Field: func(r Record) any { return MembersIn{&r.(*Configuration).Members, Context} }},
		{Name: "actor", Type: References, Target: "node", Doc: "Who takes part.",
			Field: func(r Record) any { return MembersIn{&r.(*Configuration).Members, Actor} }},
		{Name: "mechanism", Type: References, Target: "node", Doc: "Through what it works.",
			Field: func(r Record) any { return MembersIn{&r.(*Configuration).Members, Mechanism} }},
		{Name: "outcome", Type: References, Target: "node", Doc: "What comes about.",
			Field: func(r Record) any { return MembersIn{&r.(*Configuration).Members, Outcome} }},
		{Name: "none", Type: Words, Words: []string{"intervention", "context", "actor", "mechanism", "outcome"}, Doc: "Roles that are empty because the study says that none is needed.",
			Field: func(r Record) any { return &r.(*Configuration).None }},
		{Name: "cases", Type: References, Target: "case", Doc: "The cases in which it was studied: evidence of others does not count for it.",
			Field: func(r Record) any { return &r.(*Configuration).Cases }},
		levelKey(func(r Record) *Level { return &r.(*Configuration).Level }),
		{Name: "formal_theory", Type: References, Target: "formal_theory", Doc: "The formal theories that it instantiates.",
			Field: func(r Record) any { return &r.(*Configuration).FormalTheory }},
		{Name: "requires", Type: References, Target: "configuration", Doc: "Configurations that must be active first.",
			Field: func(r Record) any { return &r.(*Configuration).Requires }},
		{Name: "influences", Type: References, Target: "configuration", Doc: "Configurations that it affects.",
			Field: func(r Record) any { return &r.(*Configuration).Influences }},
		{Name: "rival", Type: References, Target: "configuration", Doc: "Configurations that would explain the same outcome otherwise.",
			Field: func(r Record) any { return &r.(*Configuration).Rival }},
		{Name: "active_in", Type: References, Target: "case", Doc: "Cases in which it was seen at work.",
			Field: func(r Record) any { return &r.(*Configuration).ActiveIn }},
		{Name: "partly_active_in", Type: References, Target: "case", Doc: "Cases in which it was seen at work in part.",
			Field: func(r Record) any { return &r.(*Configuration).PartlyActiveIn }},
		{Name: "not_active_in", Type: References, Target: "case", Doc: "Cases in which it was seen not to work.",
			Field: func(r Record) any { return &r.(*Configuration).NotActiveIn }},
		{Name: "confidence", Type: Word, Words: []string{"high", "moderate", "low", "very-low"}, Doc: "The evaluator's CERQual-style judgement.",
			Field: func(r Record) any { return (*string)(&r.(*Configuration).Confidence) }},
		{Name: "because", Type: Text, Prose: true, Doc: "The because-part of its statement, in place of the mechanisms.",
			Field: func(r Record) any { return &r.(*Configuration).Because }},
		{Name: "statement", Type: Text, Prose: true, Doc: "The configuration in the evaluator's own words, in place of the statement that is made of its labels.",
			Field: func(r Record) any { return &r.(*Configuration).Statement }},
		readingKey(func(r Record) *string { return &r.(*Configuration).Reading }),
		{Name: "description", Type: Text, Prose: true, Doc: "What else there is to say of it.",
			Field: func(r Record) any { return &r.(*Configuration).Description }},
		{Name: "was", Type: Texts, Doc: "Ids that it had, or was made from, in the earlier version.",
			Field: func(r Record) any { return &r.(*Configuration).Was }},
		{Name: "dropped", Type: Text, Prose: true, Doc: "Why it was dropped.",
			Field: func(r Record) any { return &r.(*Configuration).Dropped }},
		unreviewedKey,
		acceptKey,
	}},
	{Name: "source", Doc: "A publication, data set or document that evidence comes from.", Keys: []Key{
		{Name: "citation", Type: Text, Required: true, Prose: true, Doc: "The full reference.",
			Field: func(r Record) any { return &r.(*Source).Citation }},
		{Name: "doi", Type: Text, Doc: "Its DOI.",
			Field: func(r Record) any { return &r.(*Source).DOI }},
		{Name: "url", Type: Text, Doc: "Where it is found.",
			Field: func(r Record) any { return &r.(*Source).URL }},
		{Name: "year", Type: Whole, Doc: "The year in which it came out.",
			Field: func(r Record) any { return &r.(*Source).Year }},
		{Name: "design", Type: Text, Doc: "How the study was designed.",
			Field: func(r Record) any { return &r.(*Source).Design }},
		{Name: "setting", Type: Text, Doc: "Where it was done.",
			Field: func(r Record) any { return &r.(*Source).Setting }},
		{Name: "relevance", Type: Word, Words: grades, Doc: "How far it bears on the theory, as the evaluator judges (RAMESES).",
			Field: func(r Record) any { return (*string)(&r.(*Source).Relevance) }},
		{Name: "rigour", Type: Word, Words: grades, Doc: "How far what it says can be relied on, as the evaluator judges (RAMESES).",
			Field: func(r Record) any { return (*string)(&r.(*Source).Rigour) }},
		{Name: "description", Type: Text, Prose: true, Doc: "What kind of source it is.",
			Field: func(r Record) any { return &r.(*Source).Description }},
		unreviewedKey,
		acceptKey,
	}},
	{Name: "case", Doc: "A participant, site, service, group or study.", Keys: []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The case's name, as tables show it.",
			Field: func(r Record) any { return &r.(*Case).Label }},
		{Name: "kind", Type: Word, Words: []string{"participant", "site", "service", "group", "study"}, Doc: "What kind of case it is.",
			Field: func(r Record) any { return &r.(*Case).Kind }},
		{Name: "description", Type: Text, Prose: true, Doc: "What else there is to say of it.",
			Field: func(r Record) any { return &r.(*Case).Description }},
		{Name: "attributes", Type: Attributes, Doc: "What is known of it, by name.",
			Field: func(r Record) any { return &r.(*Case).Attributes }},
		unreviewedKey,
		acceptKey,
	}},
	{Name: "evidence", Doc: "One piece of evidence; the claim that cites it says whether it speaks for or against.", Keys: []Key{
		{Name: "type", Type: Word, Words: []string{"quote", "observation", "document", "finding", "effect", "survey", "association", "comparison", "formal-theory", "opinion"}, Required: true,
			Doc:   "What kind of evidence it is; an effect is a trial's estimate for the whole programme, an association a correlation, a comparison one across cases, as QCA makes.",
			Field: func(r Record) any { return (*string)(&r.(*Evidence).Type) }},
		{Name: "source", Type: Reference, Target: "source", Doc: "Where it comes from.",
			Field: func(r Record) any { return &r.(*Evidence).Source }},
		{Name: "case", Type: Reference, Target: "case", Within: "cases", Doc: "The case that it speaks of.",
			Field: func(r Record) any { return &r.(*Evidence).Cases }},
		{Name: "cases", Type: References, Target: "case", Doc: "The cases that it speaks of.",
			Field: func(r Record) any { return &r.(*Evidence).Cases }},
		{Name: "basis", Type: Word, Words: []string{"experience", "observation", "belief"}, Doc: "What stands behind the words: what the speaker lived through, saw, or believes.",
			Field: func(r Record) any { return (*string)(&r.(*Evidence).Basis) }},
		{Name: "extent", Type: Word, Words: []string{"one", "several", "most", "all"}, Doc: "Of how many of those asked it holds, where it does not name its cases.",
			Field: func(r Record) any { return (*string)(&r.(*Evidence).Extent) }},
		{Name: "text", Type: Text, Prose: true, Doc: "A quote's own words; else what it says.",
			Field: func(r Record) any { return &r.(*Evidence).Text }},
		{Name: "locator", Type: Text, Doc: "Where in the source it stands: a page, section or line.",
			Field: func(r Record) any { return &r.(*Evidence).Locator }},
		{Name: "description", Type: Text, Prose: true, Doc: "What else there is to say of it.",
			Field: func(r Record) any { return &r.(*Evidence).Description }},
		{Name: "measure", Type: Text, Doc: "The scale of a trial effect.",
			Field: func(r Record) any { return &r.(*Evidence).Measure }},
		{Name: "estimate", Type: Number, Doc: "The estimate of a trial effect, in the scale's own units.",
			Field: func(r Record) any { return &r.(*Evidence).Estimate }},
		{Name: "interval", Type: Interval, Doc: "Its 95 % confidence interval, the lower end first.",
			Field: func(r Record) any { return &r.(*Evidence).Interval }},
		{Name: "p", Type: Text, Doc: "Its p value, as printed in the source.",
			Field: func(r Record) any { return &r.(*Evidence).P }},
		{Name: "finding", Type: Word, Words: []string{"improved", "no-difference", "worsened"}, Doc: "What the trial found for the outcome.",
			Field: func(r Record) any { return (*string)(&r.(*Evidence).Finding) }},
		{Name: "lower_is_better", Type: Flag, Doc: "True where lower values on the scale are better.",
			Field: func(r Record) any { return &r.(*Evidence).LowerIsBetter }},
		{Name: "n", Type: Whole, Most: mostPeople, Doc: "How many people a trial effect or survey is of.",
			Field: func(r Record) any { return &r.(*Evidence).N }},
		{Name: "time", Type: Text, Doc: "When it was measured, such as 10 weeks.",
			Field: func(r Record) any { return &r.(*Evidence).Time }},
		{Name: "compared_with", Type: Text, Doc: "What those had who did not have the programme.",
			Field: func(r Record) any { return &r.(*Evidence).ComparedWith }},
		{Name: "outcome_role", Type: Word, Words: []string{"primary", "secondary", "exploratory"}, Doc: "What the outcome was in the trial.",
			Field: func(r Record) any { return (*string)(&r.(*Evidence).OutcomeRole) }},
		{Name: "subgroup", Type: Text, Doc: "The people of whom alone the effect speaks.",
			Field: func(r Record) any { return &r.(*Evidence).Subgroup }},
		unreviewedKey,
		acceptKey,
	}},
	{Name: "formal_theory", Doc: "A formal or middle-range theory that configurations instantiate.", Keys: []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The theory's name.",
			Field: func(r Record) any { return &r.(*FormalTheory).Label }},
		{Name: "source", Type: Reference, Target: "source", Doc: "The publication that states it.",
			Field: func(r Record) any { return &r.(*FormalTheory).Source }},
		{Name: "description", Type: Text, Prose: true, Doc: "What it says.",
			Field: func(r Record) any { return &r.(*FormalTheory).Description }},
		unreviewedKey,
		acceptKey,
	}},
}

var unreviewedKey = Key{Name: "unreviewed", Type: Text, Doc: "Where it came from, such as a script or a model, until you have looked at it; it counts for nothing until then.",
	Field: func(r Record) any { return &r.Base().Unreviewed }}

var acceptKey = Key{Name: "accept", Type: Acceptances, Doc: "Findings that are accepted, each by its code with the reason.",
	Field: func(r Record) any { return &r.Base().Accept }}

func levelKey(field func(Record) *Level) Key {
	return Key{Name: "level", Type: Word, Words: levels, Doc: "On which level of the system it lies.",
		Field: func(r Record) any { return (*string)(field(r)) }}
}

func readingKey(field func(Record) *string) Key {
	return Key{Name: "reading", Type: Text, Prose: true, Doc: "What of it is the evaluator's reading, and not what the source says.",
		Field: func(r Record) any { return field(r) }}
}

func nodeTable(kind Kind, doc string, own ...Key) Table {
	keys := []Key{
		{Name: "label", Type: Text, Required: true, Doc: "The text in the figure's box.",
			Field: func(r Record) any { return &r.(*Node).Label }},
		{Name: "description", Type: Text, Prose: true, Doc: "What the label stands for.",
			Field: func(r Record) any { return &r.(*Node).Description }},
	}
	keys = append(keys, own...)
	keys = append(keys, levelKey(func(r Record) *Level { return &r.(*Node).Level }),
		Key{Name: "active_in", Type: References, Target: "case", Doc: "Cases in which it was there (a context), triggered (a mechanism) or seen (an outcome).",
			Field: func(r Record) any { return &r.(*Node).ActiveIn }},
		Key{Name: "partly_active_in", Type: References, Target: "case", Doc: "Cases in which it was so in part: a mechanism is a continuum, not a switch (Dalkin et al. 2015).",
			Field: func(r Record) any { return &r.(*Node).PartlyActiveIn }},
		Key{Name: "not_active_in", Type: References, Target: "case", Doc: "Cases in which it was not there, not triggered or not seen.",
			Field: func(r Record) any { return &r.(*Node).NotActiveIn }},
		Key{Name: "opposite", Type: Reference, Target: "node", Doc: "The node that is the same thing the other way round.",
			Field: func(r Record) any { return &r.(*Node).Opposite }},
		Key{Name: "supported_by", Type: References, Target: "evidence", Doc: "The evidence that it was observed.",
			Field: func(r Record) any { return &r.(*Node).SupportedBy }},
		Key{Name: "contradicted_by", Type: References, Target: "evidence", Doc: "The evidence that it was not observed.",
			Field: func(r Record) any { return &r.(*Node).ContradictedBy }},
		Key{Name: "because", Type: Text, Prose: true, Doc: "Why it is placed here, or how the evidence on it is to be read.",
			Field: func(r Record) any { return &r.(*Node).Because }},
		readingKey(func(r Record) *string { return &r.(*Node).Reading }),
		Key{Name: "was", Type: Texts, Doc: "Lineage: the ids that it had, or was made from, in the earlier version.",
			Field: func(r Record) any { return &r.(*Node).Was }},
		Key{Name: "dropped", Type: Text, Prose: true, Doc: "Why it was dropped; a dropped node stays in the file, with the reason.",
			Field: func(r Record) any { return &r.(*Node).Dropped }},
		unreviewedKey,
		acceptKey)
	return Table{Name: string(kind), Doc: doc, Keys: keys}
}

// TableNamed finds a table of the format by name; nil where it has none.
func TableNamed(name string) *Table {
	for i := range Format {
		if Format[i].Name == name {
			return &Format[i]
		}
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
