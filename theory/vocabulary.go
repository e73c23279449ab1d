package theory

import "slices"

// Kind is what a node is, and also the role in which a configuration counts it as a member: an outcome of one
// configuration may be the context of the next.
type Kind string

// The five kinds of node, in the order of the letters of ICAMO.
const (
	Intervention Kind = "intervention"
	Context      Kind = "context"
	Actor        Kind = "actor"
	Mechanism    Kind = "mechanism"
	Outcome      Kind = "outcome"
)

// Kinds are all kinds of node, in the order in which figures and tables show them.
var Kinds = []Kind{Intervention, Context, Actor, Mechanism, Outcome}

// Rank is the place of a kind in Kinds.
func (k Kind) Rank() int { return slices.Index(Kinds, k) }

// Plural is the kind's name for many.
func (k Kind) Plural() string { return string(k) + "s" }

// Heuristic is the formula that the theory's configurations follow: which roles each must fill.
type Heuristic string

// The heuristics in use: context–mechanism–outcome (Pawson & Tilley 1997) and its extension by intervention and actor
// (Mukumbang et al. 2018).
const (
	ICAMO Heuristic = "ICAMO"
	CMO   Heuristic = "CMO"
)

// Roles are the roles that a configuration must fill under the heuristic.
func (h Heuristic) Roles() []Kind {
	if h == CMO {
		return []Kind{Context, Mechanism, Outcome}
	}
	return Kinds
}

// Effect is what a link does to the node it leads to.
type Effect string

// The effects of a link.
const (
	Promotes Effect = "promotes"
	Inhibits Effect = "inhibits"
)

// Status is how far a link is supported, as the evaluator declares it. The tool never computes one.
type Status string

// The statuses of a link.
const (
	Hypothesised Status = "hypothesised"
	Supported    Status = "supported"
	Mixed        Status = "mixed"
	Refuted      Status = "refuted"
	NotTested    Status = "not-tested"
	NotActivated Status = "not-activated"
)

// Statuses are all statuses, in the order in which legends and tables show them.
var Statuses = []Status{Supported, Mixed, Hypothesised, NotTested, NotActivated, Refuted}

// ClaimRank orders statuses by how much they claim: supported above mixed, refuted below all; those that nothing supports
// or refutes are level, so that a link that changes between them is neither raised nor lowered.
func (s Status) ClaimRank() int {
	switch s {
	case Supported:
		return 3
	case Mixed:
		return 2
	case Refuted:
		return 0
	}
	return 1
}

// PathRank orders statuses by how well a link of that status carries a path: as they claim, but of those that are level a
// hypothesis still held comes before what was not tested or not activated.
func (s Status) PathRank() int {
	rank := 2 * s.ClaimRank()
	if s == Hypothesised {
		rank++
	}
	return rank
}

// ClaimsSupport says whether the status asserts that evidence stands behind the link.
func (s Status) ClaimsSupport() bool { return s == Supported || s == Mixed }

// Horizon is how far along the causal chain an outcome lies.
type Horizon string

// The horizons of an outcome. An output is what the programme itself puts out, before anything comes of it.
const (
	Output       Horizon = "output"
	Immediate    Horizon = "immediate"
	Intermediate Horizon = "intermediate"
	Distal       Horizon = "distal"
)

// Horizons are all of them, the nearest first.
var Horizons = []Horizon{Output, Immediate, Intermediate, Distal}

// Valence is whether an outcome is wanted.
type Valence string

// The valences of an outcome; an outcome that declares none is taken as wanted.
const (
	Wanted   Valence = "wanted"
	Unwanted Valence = "unwanted"
)

// EvidenceType is what kind of evidence a piece is.
type EvidenceType string

// The types of evidence. An effect is a trial's or survey's estimate for the whole programme and one outcome; it says
// nothing of any mechanism (Van Belle et al. 2016).
const (
	Quote       EvidenceType = "quote"
	Observation EvidenceType = "observation"
	Document    EvidenceType = "document"
	FindingType EvidenceType = "finding"
	EffectType  EvidenceType = "effect"
	SurveyType  EvidenceType = "survey"
	Association EvidenceType = "association" // a correlation
	Comparison  EvidenceType = "comparison"  // across cases, as QCA makes
	TheoryType  EvidenceType = "formal-theory"
	OpinionType EvidenceType = "opinion"
)

// Result is what a trial found for an outcome.
type Result string

// The results of a trial.
const (
	Improved     Result = "improved"
	NoDifference Result = "no-difference"
	Worsened     Result = "worsened"
)

// Confidence is the evaluator's CERQual-style judgement of a configuration.
type Confidence string

// The levels of confidence.
const (
	High     Confidence = "high"
	Moderate Confidence = "moderate"
	Low      Confidence = "low"
	VeryLow  Confidence = "very-low"
)

// Level is on which level of a system something lies: people, the groups and organisations they meet, society.
type Level string

// Grade is the evaluator's judgement of a source (RAMESES: relevance, rigour).
type Grade string

// Basis is what stands behind the words of a piece of evidence.
type Basis string

// The bases of evidence. What somebody only believes counts as opinion.
const (
	Experience    Basis = "experience"
	ObservedBasis Basis = "observation"
	Belief        Basis = "belief"
)

// Extent is of how many of those asked a piece of evidence holds that does not name its cases.
type Extent string

// The extents of evidence.
const (
	OfOne     Extent = "one"
	OfSeveral Extent = "several"
	OfMost    Extent = "most"
	OfAll     Extent = "all"
)

// OutcomeRole is what an outcome was in a trial.
type OutcomeRole string

// The roles of an outcome in a trial.
const (
	Primary     OutcomeRole = "primary"
	Secondary   OutcomeRole = "secondary"
	Exploratory OutcomeRole = "exploratory"
)
