package theorytest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
)

// Configurations is a theory of so many configurations, of which some build on outcomes of earlier ones, require or influence others,
// are rivals, or were dropped.
func Configurations(t testing.TB, random *rand.Rand, count int) *theory.Theory {
	t.Helper()
	words := strings.Fields("trust hope peers sharing lived experience recovery support in a group stigma confidence belonging meaning work housing")
	label := func(most int) string {
		var label []string
		for range 1 + random.IntN(most) {
			label = append(label, words[random.IntN(len(words))])
		}
		return strings.Join(label, " ")
	}
	var file strings.Builder
	fmt.Fprintf(&file, "[theory]\nid = \"configurations\"\ntitle = \"Many configurations\"\n")
	for i := range count {
		for _, kind := range []theory.Kind{theory.Context, theory.Mechanism, theory.Outcome} {
			fmt.Fprintf(&file, "[%s.%s-%d]\nlabel = %q\n", kind, kind, i, label(4))
		}
		context := []string{fmt.Sprintf("context-%d", i)}
		for range random.IntN(3) {
			if from := fmt.Sprintf("outcome-%d", random.IntN(count)); from != fmt.Sprintf("outcome-%d", i) && !slices.Contains(context, from) {
				context = append(context, from)
			}
		}
		fmt.Fprintf(&file, "[configuration.c%d]\ntitle = %q\ncontext = [\"%s\"]\nmechanism = [\"mechanism-%d\"]\noutcome = [\"outcome-%d\"]\n", i, label(7),
			strings.Join(context, `", "`), i, i)
		if other := random.IntN(count); other != i {
			switch random.IntN(8) {
			case 0:
				fmt.Fprintf(&file, "requires = [\"c%d\"]\n", other)
			case 1:
				fmt.Fprintf(&file, "influences = [\"c%d\"]\n", other)
			case 2:
				fmt.Fprintf(&file, "rival = [\"c%d\"]\n", other)
			}
		}
		if random.IntN(10) == 0 {
			fmt.Fprintf(&file, "dropped = \"not seen\"\n")
		}
	}
	return Load(t, file.String())
}
