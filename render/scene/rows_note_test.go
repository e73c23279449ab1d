package scene_test

import (
	"strings"
	"testing"

	"icamo/render/scene"
	"icamo/theory/theorytest"
)

const blockedInSome = `
[theory]
id = "b"
title = "Blocked in some"
[context.far]
label = "Far away"
[mechanism.m]
label = "Trust"
[mechanism.n]
label = "Pride"
[outcome.o]
label = "Hope"
[[link]]
from = "m"
to = "o"
[[link]]
from = "n"
to = "o"
[[link]]
from = "far"
to = "o"
effect = "inhibits"
status = "supported"
supported_by = ["e"]
[configuration.with]
title = "With it"
context = ["far"]
mechanism = ["m"]
outcome = ["o"]
[configuration.without]
title = "Without it"
mechanism = ["m"]
outcome = ["o"]
influences = ["with"]
[configuration.elsewhere]
title = "Elsewhere"
cases = ["south"]
mechanism = ["n"]
outcome = ["o"]
[configuration.again]
title = "Again"
mechanism = ["n"]
outcome = ["o"]
[case.north]
label = "North"
[case.south]
label = "South"
[evidence.e]
type = "finding"
case = "north"
text = "Few came."
`

// TestRowsSayOfWhichTheySpeak holds that a note under rows names the rows of which it holds, and how far the link is supported in each, and
// that it speaks of the relations alone that there are.
func TestRowsSayOfWhichTheySpeak(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {"Inhibited from outside the configuration: Far away ⊣ Hope (configurations 2 and 4: supported; configuration 3: hypothesised).",
			"What a configuration influences is said under its title, and not drawn."},
		"da": {"Hæmmet udefra: Far away ⊣ Hope (konfigurationerne 2 og 4: understøttet; konfiguration 3: antaget).",
			"Hvad en konfiguration påvirker, står under dens titel og er ikke tegnet."},
	} {
		rows, err := scene.NewRows(theorytest.Faultless(t, strings.Replace(blockedInSome, "id = \"b\"", "id = \"b\"\nlanguage = \""+language+"\"", 1)), scene.Options{})
		if err != nil {
			t.Fatal(err)
		}
		caption := rows.Frame(scene.Options{}).Caption
		for i, sentence := range want {
			if !strings.Contains(caption, sentence) || i == 0 && !strings.Contains(rows.Description(0, 4), sentence) {
				t.Errorf("%q is not in the caption %q, or not in the description", sentence, caption)
			}
		}
	}
}
