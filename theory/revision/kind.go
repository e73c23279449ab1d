package revision

import (
	"slices"

	"icamo/theory"
	"icamo/theory/wording"
)

// Kind is what happened to an element, as readers are told it: text, tables, figures and pages tell and count by it. It is the
// verb that programs are given, but that a change says what kind of change it is.
type Kind string

// The kinds. Of those for elements that changed, the first that fits is told.
const (
	WasDropped   Kind = "dropped"
	WasRemoved   Kind = "removed, no reason given"
	WasRestored  Kind = "restored"
	NowSupported Kind = "now supported" // a link that was not
	NowMixed     Kind = "now mixed"     // a link that claimed less: evidence may have come for it, against it, or both
	WasRaised    Kind = "status raised" // of a link, and it is neither
	WasLowered   Kind = "status lowered"
	WasRefined   Kind = "refined"
	WasAnnotated Kind = "annotated" // nothing but what is said around the claim changed
	WasRenamed   Kind = "renamed"
	WasSplit     Kind = "split"
	WasMerged    Kind = "merged" // also of links whose two ends were merged into one node
	WasAdded     Kind = "added"
	KeptAsItWas  Kind = "kept"
)

// Kinds are all kinds, in the order in which they are told.
var Kinds = []Kind{WasDropped, WasRemoved, WasRestored, NowSupported, NowMixed, WasRaised, WasLowered, WasRefined, WasAnnotated, WasRenamed, WasSplit, WasMerged, WasAdded, KeptAsItWas}

// Kind is what happened to the elements of the match.
func (m Match[T]) Kind() Kind {
	switch {
	case m.Change != nil:
		return m.Change.Kind()
	case m.New == nil:
		return WasMerged
	}
	return KeptAsItWas
}

// Kind is what happened to the element.
func (c *Change) Kind() Kind {
	switch c.Verb {
	case Dropped:
		return WasDropped
	case Removed:
		return WasRemoved
	case Restored:
		return WasRestored
	case Renamed:
		return WasRenamed
	case Split:
		return WasSplit
	case Merged:
		return WasMerged
	case Added:
		return WasAdded
	}
	switch status := c.Field("status"); {
	case c.Sort == theory.LinkSort && status != nil && status.New == string(theory.Supported):
		return NowSupported
	case c.BecameMixed():
		return NowMixed
	case c.Status() > 0:
		return WasRaised
	case c.Status() < 0:
		return WasLowered
	case !slices.ContainsFunc(c.Fields, func(f Field) bool { return !f.annotates(c.Sort) }):
		return WasAnnotated
	}
	return WasRefined
}

// annotates says whether a value is said around a claim, and is no part of it. The because of a configuration is a part of
// its statement.
func (f Field) annotates(of theory.Sort) bool {
	if f.Key == nil {
		return false
	}
	switch f.Key.Name {
	case "description", "reading", "accept":
		return true
	case "because":
		return of != theory.ConfigurationSort
	}
	return false
}

// Words are those for a kind in this revision. Where neither version is known to come before the other, they say what each
// of the two has.
func (r *Revision) Words(l *wording.Language, k Kind) string {
	if r.Ordered {
		return l.Say(string(k))
	}
	old, new := r.Sides(l)
	switch k {
	case WasDropped:
		return l.Say("dropped in {1}", new)
	case WasRemoved:
		return l.Say("only in {1}", old)
	case WasRestored:
		return l.Say("dropped in {1}", old)
	case NowSupported:
		return l.Say("supported in {1}", new)
	case NowMixed:
		return l.Say("mixed in {1}", new)
	case WasRaised:
		return l.Say("status higher in {1}", new)
	case WasLowered:
		return l.Say("status lower in {1}", new)
	case WasRefined:
		return l.Say("different")
	case WasAnnotated:
		return l.Say("annotated differently")
	case WasRenamed:
		return l.Say("under another id")
	case WasSplit:
		return l.Say("one in {1}, several in {2}", old, new)
	case WasMerged:
		return l.Say("several in {1}, one in {2}", old, new)
	case WasAdded:
		return l.Say("only in {1}", new)
	}
	return l.Say("the same")
}

// Sides name the two versions: as they call themselves, or by their files.
func (r *Revision) Sides(l *wording.Language) (old, new string) {
	switch o, n := r.Old, r.New; {
	case o.Version != "" && n.Version != "" && o.Version != n.Version:
		return mention(l.Version(o.Version)), mention(l.Version(n.Version))
	case o.File != n.File:
		return mention(o.File), mention(n.File)
	}
	return l.Say("the first version"), l.Say("the second version")
}

// Count is a number of elements by their sorts.
type Count struct{ Nodes, Configurations, Links int }

// Count is how many elements something happened to. Of what was split each part counts, of what was merged what it was
// merged into, and of links that went or came with an end each.
func (r *Revision) Count(k Kind) Count {
	return Count{number(r.Nodes, k), number(r.Configurations, k), number(r.Links, k)}
}

// DroppedWithNodes is how many links were dropped with a node that they join, or that the step that they act on joins, also where
// they have a reason of their own.
func (r *Revision) DroppedWithNodes() int {
	n := 0
	for _, m := range r.Links {
		if m.Kind() == WasDropped && (m.New == nil || joinsDropped(m.New)) { // without a link in the later version, it went with a node
			n++
		}
	}
	return n
}

func joinsDropped(l *theory.Link) bool {
	return slices.ContainsFunc([]*theory.Node{l.Source, l.Target}, func(n *theory.Node) bool { return n != nil && !n.Live() }) ||
		l.Onto != nil && joinsDropped(l.Onto)
}

// Wholes is how many elements were split; Count says into how many.
func (r *Revision) Wholes() Count {
	return Count{wholes(r.Nodes), wholes(r.Configurations), wholes(r.Links)}
}

func wholes[T any](matches []Match[T]) int {
	split := make(map[*T]bool)
	for _, m := range matches {
		if m.Kind() == WasSplit {
			split[m.Old[0]] = true
		}
	}
	return len(split)
}

func number[T any](matches []Match[T], k Kind) int {
	n := 0
	for _, m := range matches {
		if m.Kind() == k {
			n++
		}
	}
	return n
}
