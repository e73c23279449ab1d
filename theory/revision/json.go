package revision

import (
	"encoding/json"
	"io"

	"icamo/theory"
)

// JSON writes a revision as one object: "old" and "new" say which versions were compared, "ordered" whether the new
// one is known to come after the old one, and "changes" holds each change with its kind, id, change (the verb), fields, from,
// reason, and its places in both versions.
func JSON(w io.Writer, r *Revision) error {
	out := jsonRevision{Old: jsonSide(r.Old), New: jsonSide(r.New), Ordered: r.Ordered, Changes: make([]jsonChange, len(r.Changes))}
	for i, c := range r.Changes {
		fields := make([]jsonField, len(c.Fields))
		for j, f := range c.Fields {
			fields[j] = jsonField{f.Name, f.Old, f.New}
		}
		out.Changes[i] = jsonChange{Kind: jsonKind(&c), ID: c.name(), Change: c.Verb, Fields: fields, From: c.From, Reason: c.Reason,
			Old: places(c.Old...), New: places(c.New)}
		if c.From == nil {
			out.Changes[i].From = []string{}
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// jsonKind is what changed. Evidence and what it rests on are one kind.
func jsonKind(c *Change) string {
	switch c.Sort {
	case theory.SourceSort, theory.CaseSort, theory.FormalTheorySort:
		return string(theory.EvidenceSort)
	}
	return string(c.Sort)
}

type jsonRevision struct {
	Old     jsonVersion  `json:"old"`
	New     jsonVersion  `json:"new"`
	Ordered bool         `json:"ordered"`
	Changes []jsonChange `json:"changes"`
}

type jsonVersion struct {
	File    string `json:"file"`
	ID      string `json:"id"`
	Title   string `json:"title"`
	Version string `json:"version"`
}

type jsonChange struct {
	Kind   string      `json:"kind"`
	ID     string      `json:"id"`
	Change Verb        `json:"change"`
	Fields []jsonField `json:"fields"`
	From   []string    `json:"from"`
	Reason string      `json:"reason"`
	Old    []jsonPlace `json:"old"` // of all that it came from
	New    []jsonPlace `json:"new"` // one, or none where it is gone
}

type jsonField struct {
	Name string `json:"name"`
	Old  any    `json:"old"` // null where it is not given
	New  any    `json:"new"`
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

func jsonSide(t *theory.Theory) jsonVersion {
	return jsonVersion{File: t.File, ID: t.ID, Title: t.Title, Version: t.Version}
}

func places(spans ...theory.Span) []jsonPlace {
	places := []jsonPlace{}
	for _, s := range spans {
		if s.Known() {
			at := s.Range()
			places = append(places, jsonPlace{at.File, at.Line, at.Col})
		}
	}
	return places
}
