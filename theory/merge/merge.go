package merge

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"icamo/theory/toml"
)

// Conflict is what the two sides changed in different ways. It stands in the merged text as git writes conflicts.
type Conflict struct {
	Element string // in words: mechanism "hope"
	Key     string // "" where the whole element is meant
	Reason  string // such as "changed by both"
}

// String says where the conflict is and what it is about, in one line.
func (c Conflict) String() string {
	if c.Key == "" {
		return fmt.Sprintf("%s: %s", c.Element, c.Reason)
	}
	return fmt.Sprintf("%s, %s: %s", c.Element, c.Key, c.Reason)
}

// Side is one of the three texts that are merged.
type Side struct {
	Name string // as conflicts mark it
	Text []byte
}

// Unreadable says that a side is not TOML.
type Unreadable struct {
	Side  Side
	Fault toml.Fault
}

// Error names the side and what is wrong with it.
func (u *Unreadable) Error() string { return fmt.Sprintf("%s: %s", u.Side.Name, u.Fault.Message) }

// Merge joins what ours and theirs made of base. The text that it returns has the order, layout and comments of ours where
// both sides left them alone or changed them; conflicts stand in it between git's markers. The error is an *Unreadable.
func Merge(base, ours, theirs Side) (text []byte, conflicts []Conflict, err error) {
	var docs [3]*toml.Document
	windows := strings.Contains(string(ours.Text), "\r\n")
	for i, side := range []Side{base, ours, theirs} {
		docs[i] = toml.Read([]byte(strings.ReplaceAll(string(side.Text), "\r\n", "\n")))
		if docs[i].Fault != nil {
			return nil, nil, &Unreadable{side, *docs[i].Fault}
		}
	}
	m := &merger{ours: ours.Name, theirs: theirs.Name}
	docs = m.renamed(docs)
	twice := make(map[string]bool)
	for _, d := range docs {
		for id, n := range pairs(d) {
			twice[id] = twice[id] || n > 1
		}
	}
	merged := m.files(cut(docs[0], twice), cut(docs[1], twice), cut(docs[2], twice))
	if len(m.conflicts) == 0 {
		if merged, err = tidied(merged, docs); err != nil {
			return nil, nil, err
		}
	}
	if windows {
		merged = strings.ReplaceAll(merged, "\n", "\r\n")
	}
	mark := ""
	if strings.HasPrefix(string(ours.Text), "\ufeff") {
		mark = "\ufeff"
	}
	return []byte(mark + merged), m.conflicts, nil
}

// tidied lays a merged text out where both sides were laid out, as a key more may ask for wider columns.
func tidied(merged string, docs [3]*toml.Document) (string, error) {
	if d := toml.Read([]byte(merged)); d.Fault != nil {
		return "", errors.New("what both sides did cannot be joined into a theory file; please report these files")
	}
	for _, d := range docs[1:] {
		if tidy, fault := toml.Tidy([]byte(d.Text)); fault != nil || string(tidy) != d.Text {
			return merged, nil
		}
	}
	tidy, fault := toml.Tidy([]byte(merged))
	if fault != nil {
		return merged, nil
	}
	return string(tidy), nil
}

type merger struct {
	ours, theirs string // names of the sides
	headers      map[string][2]string
	conflicts    []Conflict
}

func (m *merger) conflict(element, key, reason string) {
	m.conflicts = append(m.conflicts, Conflict{element, key, reason})
}

// marked are two texts as git writes a conflict.
func (m *merger) marked(ours, theirs string) string {
	return "<<<<<<< " + m.ours + "\n" + ended(ours) + "=======\n" + ended(theirs) + ">>>>>>> " + m.theirs + "\n"
}

// ended ends the last line of a text.
func ended(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + "\n"
}

func (m *merger) files(base, ours, theirs *file) string {
	var out strings.Builder
	for _, id := range order(ids(base), ids(ours), ids(theirs)) {
		out.WriteString(m.block(base.byID[id], ours.byID[id], theirs.byID[id]))
	}
	tail, ok := text3(base.tail, ours.tail, theirs.tail)
	if !ok {
		m.conflict("the end of the file", "comment", "changed by both")
		tail = m.marked(ours.tail, theirs.tail)
	}
	return out.String() + tail
}

func ids(f *file) []string {
	all := make([]string, len(f.blocks))
	for i, b := range f.blocks {
		all[i] = b.id
	}
	return all
}

// block joins a block that some of the sides have.
func (m *merger) block(base, ours, theirs *block) string {
	switch {
	case ours == nil && theirs == nil:
		return ""
	case base == nil && theirs == nil:
		return ours.text()
	case base == nil && ours == nil:
		return theirs.text()
	case theirs == nil && base.same(ours), ours == nil && base.same(theirs):
		return ""
	case theirs == nil:
		m.conflict(ours.name(), "", "changed by "+m.ours+", taken out by "+m.theirs)
		return ours.lead + m.marked(ours.header+ours.body(), "")
	case ours == nil:
		m.conflict(theirs.name(), "", "taken out by "+m.ours+", changed by "+m.theirs)
		return theirs.lead + m.marked("", theirs.header+theirs.body())
	}
	if base == nil {
		base = &block{}
	}
	lead, ok := text3(base.lead, ours.lead, theirs.lead)
	if !ok {
		m.conflict(ours.name(), "comment", "changed by both")
		lead = m.marked(ours.lead, theirs.lead)
	}
	header, _ := text3(base.header, ours.header, theirs.header)
	if names, twice := m.headers[ours.id]; twice {
		m.conflict(ours.name(), "id", fmt.Sprintf("renamed to %q by %s and to %q by %s", names[0], m.ours, names[1], m.theirs))
		header = m.marked(ours.header, strings.Replace(theirs.header, names[0], names[1], 1))
	}
	var out strings.Builder
	out.WriteString(lead + header)
	for _, key := range order(base.keys(), ours.keys(), theirs.keys()) {
		out.WriteString(m.entry(ours.name(), base.entry(key), ours.entry(key), theirs.entry(key)))
	}
	return out.String()
}

func (b *block) keys() []string {
	keys := make([]string, len(b.entries))
	for i, e := range b.entries {
		keys[i] = e.key
	}
	return keys
}

func (b *block) body() string {
	var s strings.Builder
	for _, e := range b.entries {
		s.WriteString(e.lead + e.text)
	}
	return s.String()
}

// same says whether two blocks say the same, comments included; layout does not count.
func (b *block) same(other *block) bool {
	if strings.TrimSpace(b.lead) != strings.TrimSpace(other.lead) || len(b.entries) != len(other.entries) {
		return false
	}
	for _, e := range b.entries {
		if !e.same(other.entry(e.key)) || strings.TrimSpace(e.lead) != strings.TrimSpace(other.entry(e.key).lead) {
			return false
		}
	}
	return true
}

// text3 joins three versions of comments and blank lines; false where both sides changed them, in different ways. Blank
// lines alone make no difference.
func text3(base, ours, theirs string) (string, bool) {
	switch {
	case ours == base:
		return theirs, true
	case theirs == base || strings.TrimSpace(ours) == strings.TrimSpace(theirs) || strings.TrimSpace(theirs) == strings.TrimSpace(base):
		return ours, true
	case strings.TrimSpace(ours) == strings.TrimSpace(base):
		return theirs, true
	}
	return ours, false
}

// order joins three orders of names: that of ours, or of theirs where ours is that of base, with each name that only the
// other has behind the one that it stands behind there, and behind what was put in at the same place.
func order(base, ours, theirs []string) []string {
	main, other := ours, theirs
	if slices.Equal(base, ours) {
		main, other = theirs, ours
	}
	const start = "\x00" // no name: "" is one, of the keys above all headers
	inMain, inOther := set(main), set(other)
	behind := make(map[string][]string)
	last := start
	for _, name := range other {
		if inMain[name] {
			last = name
		} else {
			behind[last] = append(behind[last], name)
		}
	}
	var all []string
	waiting := behind[start]
	for _, name := range main {
		if inOther[name] {
			all = append(all, waiting...)
			waiting = behind[name]
		}
		all = append(all, name)
	}
	return append(all, waiting...)
}

func set(names []string) map[string]bool {
	in := make(map[string]bool, len(names))
	for _, name := range names {
		in[name] = true
	}
	return in
}
