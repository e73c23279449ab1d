package draft

import "icamo/theory"

// Of is what an element of a theory says, key by key. What a key says besides another one's values is there under that one:
// the case of a piece of evidence is among its cases.
func Of(r theory.Record) *Element {
	table := r.Table()
	e := &Element{Table: table.Name, From: Place{File: r.Base().At.Range().File, Row: r.Base().At.Range().Line}}
	if !table.Repeated && !table.Single {
		e.ID = r.Base().ID
	}
	for i := range table.Keys {
		key := &table.Keys[i]
		if key.Within != "" || key.Type == theory.Word && key.Default != "" && !r.Base().Has(key.Name) {
			continue
		}
		switch says := key.Says(r).(type) {
		case theory.Ref:
			e.Set(key.Name, says.ID)
		case []theory.Ref:
			ids := make([]string, len(says))
			for i, ref := range says {
				ids[i] = ref.ID
			}
			e.Set(key.Name, ids)
		case [2]float64:
			e.Set(key.Name, says[:])
		case []theory.Attribute:
			pairs := make([]Pair, len(says))
			for i, a := range says {
				pairs[i] = Pair{a.Name, a.Value}
			}
			e.Set(key.Name, pairs)
		case []theory.Acceptance:
			pairs := make([]Pair, len(says))
			for i, a := range says {
				pairs[i] = Pair{a.Code, a.Reason}
			}
			e.Set(key.Name, pairs)
		default:
			e.Set(key.Name, says)
		}
	}
	return e
}
