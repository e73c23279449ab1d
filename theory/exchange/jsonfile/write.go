package jsonfile

import (
	"bytes"
	"encoding/json"
	"io"

	"icamo/theory"
	"icamo/theory/exchange/draft"
)

// Write writes what a theory and the files that it includes say. All of it has a place: the result is always empty.
func Write(to io.Writer, t *theory.Theory) (lost []string, err error) {
	var b bytes.Buffer
	b.WriteByte('{')
	of := make(map[string][]theory.Record)
	for r := range t.Records() {
		if r.Table() != nil {
			of[r.Table().Name] = append(of[r.Table().Name], r)
		}
	}
	for i := range theory.Format {
		table := &theory.Format[i]
		records := of[table.Name]
		if len(records) == 0 {
			continue
		}
		if table.Single {
			key(&b, table.Name)
			object(&b, records[0])
			continue
		}
		key(&b, table.Name)
		open, end := byte('{'), byte('}')
		if table.Repeated {
			open, end = '[', ']'
		}
		b.WriteByte(open)
		for i, r := range records {
			if table.Repeated && i > 0 {
				b.WriteByte(',')
			} else if !table.Repeated {
				key(&b, r.Base().ID)
			}
			object(&b, r)
		}
		b.WriteByte(end)
	}
	b.WriteByte('}')
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	_, err = to.Write(out.Bytes())
	return nil, err
}

// key writes a key, after a comma where it is not the first of its object.
func key(b *bytes.Buffer, name string) {
	if last := b.Bytes()[b.Len()-1]; last != '{' {
		b.WriteByte(',')
	}
	text(b, name)
	b.WriteByte(':')
}

func object(b *bytes.Buffer, r theory.Record) {
	b.WriteByte('{')
	e := draft.Of(r)
	for _, k := range r.Table().Keys {
		if k.Name == "include" && r.Table().Single {
			continue // it is all here
		}
		switch says := e.Get(k.Name).(type) {
		case nil:
		case []draft.Pair:
			key(b, k.Name)
			b.WriteByte('{')
			for _, p := range says {
				key(b, p.Name)
				text(b, p.Value)
			}
			b.WriteByte('}')
		default:
			key(b, k.Name)
			text(b, says)
		}
	}
	b.WriteByte('}')
}

// text writes a text, number, flag or list of them.
func text(b *bytes.Buffer, says any) {
	out := json.NewEncoder(b)
	out.SetEscapeHTML(false)
	_ = out.Encode(says)    // of such values a buffer fails at none
	b.Truncate(b.Len() - 1) // the line feed
}
