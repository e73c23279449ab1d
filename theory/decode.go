package theory

import (
	"errors"
	"runtime"
	"sync"

	"github.com/BurntSushi/toml"
)

// section is the keys under one header, or those before the first.
type section struct {
	table *outline
	body  extent
}

// decode fills an outline with what its single values say. Each section is decoded by itself, as keys mean the same under
// any header: so nothing that decoding takes in memory lasts, and sections are decoded side by side. It returns the fault
// of the first section that has one.
func decode(text string, sections []section) *outlineFault {
	const many = 64 // sections that a goroutine takes at a time
	faults := make([]*outlineFault, (len(sections)+many-1)/many)
	next := make(chan int)
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(faults)) {
		all.Go(func() {
			for i := range next {
				for _, s := range sections[i*many : min((i+1)*many, len(sections))] {
					if faults[i] = s.decode(text); faults[i] != nil {
						break
					}
				}
			}
		})
	}
	for i := range faults {
		next <- i
	}
	close(next)
	all.Wait()
	for _, fault := range faults {
		if fault != nil {
			return fault
		}
	}
	return nil
}

func (s section) decode(text string) *outlineFault {
	var values any
	_, err := toml.Decode(text[s.body.start:s.body.end], &values)
	if err == nil {
		s.table.fill(values, text)
		return nil
	}
	message, at := err.Error(), extent{s.body.start, s.body.start}
	var wrong toml.ParseError
	if errors.As(err, &wrong) {
		message = wrong.Message
		at.start = min(s.body.start+int32(max(wrong.Position.Start, 0)), s.body.end)
		at.end = min(at.start+int32(max(wrong.Position.Len, 0)), s.body.end)
	}
	return &outlineFault{plainSyntax(message, text[at.start:]), at}
}
