package trace

import (
	"encoding/json"
	"io"

	"icamo/theory"
)

type jsonTrace struct {
	Theory  string    `json:"theory"`
	Version string    `json:"version,omitempty"`
	Node    jsonNode  `json:"node"`
	To      *jsonNode `json:"to,omitempty"`
	Without []string  `json:"without,omitempty"`
	ActsOn  []string  `json:"acts_on,omitempty"`
	Into    *jsonSide `json:"into,omitempty"`
	From    jsonSide  `json:"from"`
}

type jsonNode struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
}

type jsonSide struct {
	Ends     []jsonEnd  `json:"ends,omitempty"`
	Paths    []jsonPath `json:"paths"`
	Complete bool       `json:"complete"`
}

type jsonEnd struct {
	ID string `json:"id"`
	jsonStrength
}

type jsonStrength struct {
	Status string `json:"status"`
	Cases  int    `json:"cases"`
}

type jsonPath struct {
	Nodes   []string    `json:"nodes"`
	Links   []string    `json:"links"`
	Effect  string      `json:"effect"`
	Needs   []string    `json:"needs"`
	Against []string    `json:"against"`
	Weakest jsonWeakest `json:"weakest"`
}

type jsonWeakest struct {
	Link string `json:"link"`
	jsonStrength
	SupportedBy    []string `json:"supported_by"`
	ContradictedBy []string `json:"contradicted_by"`
}

// JSON writes a trace for programs. Ids name nodes, links and evidence; "complete" is false where there are more paths
// than those listed.
func JSON(w io.Writer, tr *Trace) error {
	out := jsonTrace{Theory: tr.Theory.ID, Version: tr.Theory.Version, Node: node(tr.Node), Without: ids(tr.Without), From: side(tr.From)}
	for _, l := range tr.ActsOn {
		out.ActsOn = append(out.ActsOn, l.ID)
	}
	if tr.To != nil {
		to := node(tr.To)
		out.To = &to
	} else {
		into := side(tr.Into)
		out.Into = &into
	}
	return write(w, out)
}

type jsonLoss struct {
	Theory   string       `json:"theory"`
	Version  string       `json:"version,omitempty"`
	Without  []string     `json:"without"`
	Starts   string       `json:"starts"`
	Outcomes []jsonChange `json:"outcomes"`
}

type jsonChange struct {
	ID       string        `json:"id"`
	Label    string        `json:"label"`
	Lost     bool          `json:"lost"`
	Weakened bool          `json:"weakened"`
	Settled  bool          `json:"settled"`
	IfNeeded bool          `json:"prevented_if_needed"`
	Needed   []string      `json:"needed"`
	Before   *jsonStrength `json:"before"`
	After    *jsonStrength `json:"after"`

	LoweredBefore *jsonStrength `json:"lowered_before"`
	LoweredAfter  *jsonStrength `json:"lowered_after"`
}

// LossJSON writes a loss for programs; before and after are null where no path raises the outcome,
// lowered_before and lowered_after where none lowers it.
func LossJSON(w io.Writer, loss *Loss) error {
	out := jsonLoss{Theory: loss.Theory.ID, Version: loss.Theory.Version, Without: ids(loss.Without), Starts: string(loss.Starts), Outcomes: []jsonChange{}}
	of := func(s *Strength) *jsonStrength {
		if s == nil {
			return nil
		}
		return &jsonStrength{string(s.Status), s.Cases}
	}
	for _, c := range loss.Changes {
		out.Outcomes = append(out.Outcomes, jsonChange{c.Outcome.ID, c.Outcome.Label, c.Lost(), c.Weakened(), c.Settled, c.PreventedIfNeeded(), links(c.Needed), of(c.Before), of(c.After), of(c.Lowered[0]), of(c.Lowered[1])})
	}
	return write(w, out)
}

func write(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(value)
}

func node(n *theory.Node) jsonNode { return jsonNode{n.ID, string(n.Kind), n.Label} }

func ids(nodes []*theory.Node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.ID)
	}
	return all
}

func side(s Side) jsonSide {
	out := jsonSide{Paths: []jsonPath{}, Complete: s.Complete}
	for _, e := range s.Ends {
		out.Ends = append(out.Ends, jsonEnd{e.Node.ID, jsonStrength{string(e.Best.Status), e.Best.Cases}})
	}
	for _, p := range s.Paths {
		path := jsonPath{Nodes: []string{p.Links[0].From.ID}, Effect: string(p.Effect), Needs: links(p.Needs), Against: links(p.Against), Weakest: jsonWeakest{
			Link: p.Weakest.ID, jsonStrength: jsonStrength{string(p.Strength.Status), p.Strength.Cases},
			SupportedBy: refs(p.Weakest.SupportedBy), ContradictedBy: refs(p.Weakest.ContradictedBy)}}
		for _, l := range p.Links {
			path.Nodes = append(path.Nodes, l.To.ID)
			path.Links = append(path.Links, l.ID)
		}
		out.Paths = append(out.Paths, path)
	}
	return out
}

func links(of []*theory.Link) []string {
	all := []string{}
	for _, l := range of {
		all = append(all, l.ID)
	}
	return all
}

func refs(of []theory.Ref) []string {
	all := []string{}
	for _, ref := range of {
		all = append(all, ref.ID)
	}
	return all
}
