package theory

import (
	"cmp"
	"fmt"
	"slices"
)

// Key is one key that a table of a theory file may have, and where the model keeps what it says. All that reads, compares,
// shows or describes elements goes by the list of their keys.
type Key struct {
	Name     string
	Type     ValueType
	Words    []string // the words allowed; Word, Words and Levels only
	Default  string   // the word that is meant where none is given
	Target   string   // the table, or "node", whose ids it names; Reference and References only
	OrLink   bool     // the id of a link may stand in place of a node's
	Required bool     // must be there, and not be empty
	Prose    bool     // it is text of a sentence or more
	Least    int      // the smallest whole number allowed
	Most     int      // the largest whole number allowed; MaxWhole where it is 0
	Within   string   // another key of the table whose values this one's are added to; "" for a key with a value of its own
	Doc      string   // what it says, in one sentence

	// Field points to what it says in an element of its table: a *string, *bool, *int, **float64, **[2]float64, *[]string,
	// *Ref, *[]Ref, *[]Attribute or *[]Acceptance, or it is MembersIn. It is nil for a key of a project's settings.
	Field func(Record) any
}

// MembersIn is the members in one role: of a configuration, or of all of them.
type MembersIn struct {
	Of   *[]Member
	Role Kind
}

// Refs are the members as they are cited.
func (m MembersIn) Refs() []Ref {
	var refs []Ref
	for _, member := range *m.Of {
		if member.Role == m.Role {
			refs = append(refs, member.Ref)
		}
	}
	return refs
}

// Add adds members. One that is named twice in a role is one.
func (m MembersIn) Add(refs ...Ref) {
	*m.Of = slices.Grow(*m.Of, len(refs))
	named := make(map[string]bool, len(refs))
	for _, ref := range refs {
		if !named[ref.ID] {
			named[ref.ID] = true
			*m.Of = append(*m.Of, Member{Role: m.Role, Ref: ref})
		}
	}
}

// Says is what an element says under the key: a string, bool, int, float64, [2]float64, []string, Ref, []Ref, []Attribute or
// []Acceptance. It is nil where the element says nothing; a flag that is not set says nothing.
func (k *Key) Says(r Record) any {
	switch field := k.Field(r).(type) {
	case *string:
		if *field != "" {
			return *field
		}
	case *bool:
		if *field {
			return true
		}
	case *int:
		if *field != 0 || r.Base().Has(k.Name) {
			return *field
		}
	case **float64:
		if *field != nil {
			return **field
		}
	case **[2]float64:
		if *field != nil {
			return **field
		}
	case *[]string:
		if len(*field) > 0 {
			return *field
		}
	case *Ref:
		if field.ID != "" {
			return *field
		}
	case *[]Ref:
		if len(*field) > 0 {
			return *field
		}
	case MembersIn:
		if refs := field.Refs(); len(refs) > 0 {
			return refs
		}
	case *[]Attribute:
		if len(*field) > 0 {
			return *field
		}
	case *[]Acceptance:
		if len(*field) > 0 {
			return *field
		}
	}
	return nil
}

// Largest is the largest whole number that the key may hold.
func (k *Key) Largest() int { return cmp.Or(k.Most, MaxWhole) }

// Takes says what the value of the key must be.
func (k *Key) Takes() string {
	if k.Least > 0 || k.Most > 0 {
		return fmt.Sprintf("a whole number from %d to %d", k.Least, k.Largest())
	}
	return k.Type.String()
}

// References are the ids that an element cites under the key; none for a key without a target.
func (k *Key) References(r Record) []Ref {
	if k.Target == "" {
		return nil
	}
	switch said := k.Says(r).(type) {
	case Ref:
		return []Ref{said}
	case []Ref:
		return said
	}
	return nil
}
