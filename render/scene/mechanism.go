package scene

import (
	"strings"

	"icamo/theory"
)

// mechanisms says of each mechanism in the figure of one configuration which resource it takes up and what people reason, as a mechanism is
// both (Dalkin et al. 2015); of none where the theory says neither, and where figures stand beside one another.
func (s *Scene) mechanisms() []string {
	if s.Configuration == nil || s.underTitle {
		return nil
	}
	words := s.words()
	var said []string
	for _, b := range s.ShownBoxes() {
		n := b.Node
		if n.Kind != theory.Mechanism || b.Dropped() && s.Configuration.Live() {
			continue
		}
		var parts []string
		for _, part := range []struct{ says, text string }{{"resource: {1}", n.Resource}, {"reasoning: {1}", n.Reasoning}} {
			if text := strings.Join(strings.Fields(part.text), " "); text != "" {
				parts = append(parts, words.Say(part.says, strings.TrimSuffix(text, ".")))
			}
		}
		if len(parts) > 0 {
			said = append(said, b.Label()+" – "+closed(strings.Join(parts, "; ")))
		}
	}
	return said
}
