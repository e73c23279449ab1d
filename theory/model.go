package theory

import "slices"

// Theory is one version of one program theory, as its file and the files it includes say it.
// All lists are in document order: the theory's own file first, then each included file in turn.
type Theory struct {
	Element               // ID is the theory's id, At its [theory] header
	File        string    // the file, as messages name it
	Title       string    // always there in a file without faults
	Version     string    // "initial", "revised"; "" where none is given
	Heuristic   Heuristic // ICAMO unless declared otherwise
	Citation    string
	DOI         string
	Authors     []string
	Description string
	Language    string   // BCP 47, for figures and pages; "" means English
	Overarching []Member // members of every configuration

	Words map[string]string // those of the tool that the project words otherwise, by key

	Nodes          []*Node
	Links          []*Link
	Configurations []*Configuration
	Sources        []*Source
	Cases          []*Case
	Evidence       []*Evidence
	FormalTheories []*FormalTheory

	Repeated []Repeated // ids that a list names twice

	Include []Ref   // the files named by include
	Revises Ref     // the file named by revises; zero where there is none
	Earlier *Theory // the version that this one revises; nil where there is none or it cannot be read
	Faults  []Fault // what is wrong with the files, in the order found
	Files   []*File // every file read for this version, its own first
	Unread  bool    // the theory's own file does not parse: there is nothing here but its faults

	index   index // this and the rest are made by Connect
	graph   *Graph
	backing func() *backing // made when first asked for
	limited bool            // some link is claimed in some configurations alone
}

// Element is what everything with a table of its own in a theory file shares.
type Element struct {
	ID     string // a link's is "from -> to", with " (inhibits)" where it does
	At     Span   // the id in the table's header
	Accept []Acceptance

	// Unreviewed says where the element came from, such as a script or a model, until a person has looked at it. It counts for
	// nothing until then.
	Unreviewed string

	Given []KeySpan // the keys that its table gives, in the order of the file
}

// Repeated is an id that a list of an element names once more.
type Repeated struct {
	Of    *Element
	Key   string
	Ref   Ref  // where it stands again
	First Span // where it stands first
}

// KeySpan is where the value of a key stands: bytes of the file that its element is in. Its key is nil where the format has
// none of the name.
type KeySpan struct {
	Key        *Key
	Start, End int32
}

func (k KeySpan) named(name string) bool { return k.Key != nil && k.Key.Name == name }

// Key is where the value of a key stands, or the element itself where the key is not there.
func (e *Element) Key(name string) Span {
	for _, k := range e.Given {
		if k.named(name) {
			return Span{e.At.File, extent{k.Start, k.End}}
		}
	}
	return e.At
}

// Has says whether the element's table gives the key.
func (e *Element) Has(name string) bool {
	return slices.ContainsFunc(e.Given, func(k KeySpan) bool { return k.named(name) })
}

// Whole spans the element's table from its header to the end of its last value.
func (e *Element) Whole() Span {
	s := e.At
	for _, k := range e.Given {
		s.end = max(s.end, k.End)
	}
	return s
}

// Acceptance is a finding that the evaluator has read and accepts, with the reason.
type Acceptance struct {
	Code   string
	Reason string
	At     Span
}

// Ref is an id that an element cites, and where it stands.
type Ref struct {
	ID string
	At Span
}

// Node is an intervention, context, actor, mechanism or outcome.
type Node struct {
	Element
	Kind        Kind
	Label       string
	Description string

	Resource    string // mechanisms: what the programme offers (Dalkin et al. 2015)
	ResourceBy  []Ref  // the actors who give it
	Reasoning   string // mechanisms: how people respond to it
	ReasoningBy []Ref  // the actors who do

	Beneficiary []Ref   // outcomes: the actors who benefit
	Horizon     Horizon // outcomes: "" where not given
	Valence     Valence // outcomes: Wanted where not given; mechanisms and contexts: Unwanted is what the programme is to counter
	Unintended  bool    // outcomes: it was not intended

	Level          Level // "" where not given
	ActiveIn       []Ref // cases in which it was there, triggered or seen
	PartlyActiveIn []Ref
	NotActiveIn    []Ref
	Opposite       Ref // the same thing the other way round

	SupportedBy    []Ref // evidence that it was observed
	ContradictedBy []Ref // evidence that it was not
	Because        string
	Reading        string // what of it is the evaluator's reading
	Was            []Ref  // lineage: ids it had, or was made from, in the earlier version
	Dropped        string // the reason for dropping it; "" for a live node
}

// Live says whether the node is still part of the theory.
func (n *Node) Live() bool { return n.Dropped == "" }

// Link is a causal claim from a node to another, or to the link between two others: it then acts on that step. Two links may
// have the same ends when their effects differ.
type Link struct {
	Element
	From, To       Ref
	Source, Target *Node // nil where the reference is unknown
	Onto           *Link // the step that it acts on, in place of a Target; never itself onto a link
	Effect         Effect
	Necessary      bool // without its source, its target cannot come about
	Status         Status
	SupportedBy    []Ref
	ContradictedBy []Ref
	Because        string
	Reading        string // what of it is the evaluator's reading
	Configurations []Ref  // in which alone the claim is made; none where it is made in all
	Description    string
	Dropped        string
}

// Configuration is one claim of the form "if this intervention, in this context, for these actors, then this outcome,
// because of this mechanism".
type Configuration struct {
	Element
	Title        string
	Number       int // as figures badge it; 0 where not given
	Members      []Member
	Overarching  []Member // the theory's, which belong to every configuration
	None         []string // roles that are empty because none is needed
	Cases        []Ref    // where it was studied; none where evidence of all cases counts
	Level        Level
	FormalTheory []Ref
	Requires     []Ref // configurations that must be active first
	Influences   []Ref // configurations that it affects
	Rival        []Ref // configurations that would explain the same outcome otherwise
	ActiveIn     []Ref // cases in which it was seen at work

	PartlyActiveIn []Ref
	NotActiveIn    []Ref
	Confidence     Confidence
	Because        string // in place of the mechanisms in its statement
	Statement      string // in place of the statement made of its labels
	Reading        string // what of it is the evaluator's reading
	Description    string
	Was            []Ref
	Dropped        string
}

// Live says whether the configuration is still part of the theory.
func (c *Configuration) Live() bool { return c.Dropped == "" }

// Member is a node's place in a configuration: the role belongs to the membership, not to the node.
type Member struct {
	Role Kind
	Ref
	Node *Node // nil where the reference is unknown
}

// All lists the members in a role: its own, then those of every configuration.
func (c *Configuration) All(role Kind) []Member {
	all := c.In(role)
	for _, m := range c.Overarching {
		if m.Role == role {
			all = append(all, m)
		}
	}
	return all
}

// In lists its own members in a role, in the order given.
func (c *Configuration) In(role Kind) []Member {
	var in []Member
	for _, m := range c.Members {
		if m.Role == role {
			in = append(in, m)
		}
	}
	return in
}

// Nodes are the members that are still part of the theory, those of every configuration among them.
func (c *Configuration) Nodes() []*Node {
	var nodes []*Node
	for _, members := range [][]Member{c.Members, c.Overarching} {
		for _, m := range members {
			if m.Node != nil && m.Node.Live() {
				nodes = append(nodes, m.Node)
			}
		}
	}
	return nodes
}

// Source is a publication, data set or document that evidence comes from.
type Source struct {
	Element
	Citation    string
	DOI         string
	URL         string
	Year        int // 0 where not given
	Design      string
	Setting     string
	Relevance   Grade // "" where not given
	Rigour      Grade
	Description string
}

// Case is a participant, site, service, group or study in which the theory was seen at work or not.
type Case struct {
	Element
	Label       string
	Kind        string // "" where not given
	Description string
	Attributes  []Attribute
}

// Attribute is a named property of a case, in the order of the file.
type Attribute struct{ Name, Value string }

// Evidence is one piece of evidence. Whether it speaks for or against a claim is said by the claim that cites it.
type Evidence struct {
	Element
	Type          EvidenceType
	Source        Ref // zero where not given
	Cases         []Ref
	Basis         Basis  // "" where not given
	Extent        Extent // "" where not given
	Text          string // a quote's own words; for other types, what it says
	Locator       string
	Description   string
	Measure       string // effects: the scale
	Estimate      *float64
	Interval      *[2]float64
	P             string
	Finding       Result // "" where not given
	LowerIsBetter bool   // the scale's lower values are the better ones
	N             int    // people; 0 where not given
	Time          string // when it was measured
	ComparedWith  string
	OutcomeRole   OutcomeRole // "" where not given
	Subgroup      string
}

// FormalTheory is a middle-range or formal theory that configurations instantiate.
type FormalTheory struct {
	Element
	Label       string
	Source      Ref
	Description string
}

// SetWords has a theory and all versions before it worded by some of a project's own words.
func (t *Theory) SetWords(words map[string]string) {
	for ; t != nil; t = t.Earlier {
		t.Words = words
	}
}
