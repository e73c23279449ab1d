package coding

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"icamo/theory"
	"icamo/theory/exchange/refi"
	"icamo/theory/exchange/rows"
)

// grouping is what a code is that only holds others.
const grouping = "group"

// reader knows what the codes of a project are.
type reader struct {
	p     *refi.Project
	m     *Mapping
	inSet map[*refi.Code]theory.Kind // by the name of a set
}

func newReader(p *refi.Project, m *Mapping) *reader {
	r := &reader{p: p, m: m, inSet: make(map[*refi.Code]theory.Kind)}
	for _, s := range p.Sets {
		if kind := rows.Kind(s.Name); kind != "" {
			for _, c := range s.Codes {
				r.inSet[c] = kind
			}
		}
	}
	return r
}

// meaning is what a code is: a kind of node, "configuration", "group", "leave", "against …", or "" where that is not known.
func (r *reader) meaning(c *refi.Code) string {
	if is := r.m.code(c); is != "" {
		if lower := strings.ToLower(is); !strings.HasPrefix(lower, against) {
			return lower
		}
		return is
	}
	if _, _, ok := configuration(c.Name); ok {
		return aConfiguration
	}
	if rows.Kind(c.Name) != "" || len(c.Children) > 0 && (c.Folder || c.Passages == 0) {
		return grouping
	}
	return string(r.kind(c))
}

// kind is the kind that the nearest of these says: a prefix "C::", a set, a code above it, or a prefix "C:".
func (r *reader) kind(c *refi.Code) theory.Kind {
	if prefix, _, ok := strings.Cut(c.Name, "::"); ok && rows.Kind(prefix) != "" {
		return rows.Kind(prefix)
	}
	if kind := r.inSet[c]; kind != "" {
		return kind
	}
	for up := c.Parent; up != nil; up = up.Parent {
		if is := theory.Kind(r.m.code(up)); is.Rank() >= 0 {
			return is
		}
		if kind := rows.Kind(up.Name); kind != "" {
			return kind
		}
	}
	kind, _ := prefixed(c.Name)
	return kind
}

// prefixed takes the kind off a name: "C: Rules agreed", "M - Feeling safe", "O::Hope".
func prefixed(name string) (theory.Kind, string) {
	for _, mark := range []string{"::", ":", " - ", " – ", "_", ".", "/"} {
		if prefix, rest, ok := strings.Cut(name, mark); ok && rows.Kind(prefix) != "" && strings.TrimSpace(rest) != "" {
			return rows.Kind(prefix), strings.TrimSpace(rest)
		}
	}
	return "", name
}

// configuration reads the name of a code that is a configuration: "CMO 3: Feeling safe" has the number 3 and a title. The number
// is 0 where it has none.
func configuration(name string) (number int, title string, ok bool) {
	upper := strings.ToUpper(name)
	for _, word := range []string{"CONFIGURATION", "ICAMO", "SCMO", "CIMO", "CMOC", "CMO"} {
		if !strings.HasPrefix(upper, word) || len(upper) != len(name) {
			continue
		}
		rest := name[len(word):]
		if rest != "" && unicode.IsLetter(rune(rest[0])) && rest[0] != 'C' && rest[0] != 's' {
			continue
		}
		rest = strings.TrimLeft(rest, "Cs")
		rest = strings.TrimSpace(rest)
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		title = strings.TrimLeft(rest[len(digits):], " :.-–—")
		if digits == "" && title == rest { // "CMO configurations" is a heading
			continue
		}
		number, err := strconv.Atoi(cmp.Or(digits, "0"))
		if err != nil || number > theory.MaxWhole {
			number = 0
		}
		return number, cmp.Or(title, name), true
	}
	return 0, "", false
}

// effect is what a relation does; "" where that is not known.
func (r *reader) effect(relation string) theory.Effect {
	if is := r.m.of(aRelation, relation); is != "" {
		return theory.Effect(is)
	}
	switch strings.ToLower(relation) {
	case "is cause of", "causes", "leads to", "promotes":
		return theory.Promotes
	}
	return ""
}
