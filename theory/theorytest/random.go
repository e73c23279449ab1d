package theorytest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"icamo/theory"
)

// Random is a theory that has a few dozen nodes with labels of random words, links that mostly run forwards, a few that act on
// others, and configurations. In a third of them, a fan of up to twenty contexts acts on one mechanism.
func Random(t testing.TB, random *rand.Rand) *theory.Theory {
	t.Helper()
	words := strings.Fields("trust hope group of the feeling safe in peers who share responsibilities lived experience a " +
		"small intergenerational community support and recovery over time")
	var file strings.Builder
	fmt.Fprintf(&file, "[theory]\nid = \"random\"\ntitle = \"A random theory\"\n")
	var ids []string
	var kinds []theory.Kind
	for _, kind := range theory.Kinds {
		for i := range 1 + random.IntN(5) {
			id := fmt.Sprintf("%s-%d", kind, i)
			ids, kinds = append(ids, id), append(kinds, kind)
			var label []string
			for range 1 + random.IntN(5) {
				label = append(label, words[random.IntN(len(words))])
			}
			fmt.Fprintf(&file, "[%s.%s]\nlabel = %q\n", kind, id, strings.Join(label, " "))
			if random.IntN(10) == 0 {
				fmt.Fprintf(&file, "dropped = \"for a reason\"\n")
			}
		}
	}
	seen, steps := make(map[string]bool), make(map[string]bool)
	for range random.IntN(2 * len(ids)) {
		a, b := random.IntN(len(ids)), random.IntN(len(ids))
		if kinds[a].Rank() > kinds[b].Rank() && random.IntN(4) > 0 {
			a, b = b, a
		}
		effect := []string{"promotes", "promotes", "inhibits"}[random.IntN(3)]
		if key := ids[a] + ids[b] + effect; !seen[key] {
			seen[key] = true
			status := theory.Statuses[random.IntN(len(theory.Statuses))]
			fmt.Fprintf(&file, "[[link]]\nfrom = %q\nto = %q\neffect = %q\nstatus = %q\n", ids[a], ids[b], effect, status)
			steps[ids[a]+" -> "+ids[b]+" ("+effect+")"] = true
		}
	}
	for i := range random.IntN(6) {
		fmt.Fprintf(&file, "[configuration.c%d]\ntitle = \"Number %d\"\n", i, i)
		for _, kind := range theory.Kinds {
			fmt.Fprintf(&file, "%s = [%q]\n", kind, fmt.Sprintf("%s-0", kind))
		}
	}
	named := slices.Sorted(maps.Keys(steps))
	for range min(len(named), random.IntN(4)) {
		step, from := named[random.IntN(len(named))], ids[random.IntN(len(ids))]
		effect := []string{"promotes", "inhibits"}[random.IntN(2)]
		if key := from + step + effect; !seen[key] {
			seen[key] = true
			fmt.Fprintf(&file, "[[link]]\nfrom = %q\nto = %q\neffect = %q\nnecessary = %t\n", from, step, effect, effect == "promotes" && random.IntN(2) == 0)
		}
	}
	if random.IntN(3) == 0 {
		file.WriteString(fan(random, 5+random.IntN(16)))
	}
	return Load(t, file.String())
}

// fan is so many contexts that act on the first mechanism, of all statuses, some needed, some the evaluator's reading.
func fan(random *rand.Rand, count int) string {
	var file strings.Builder
	for i := range count {
		effect := []theory.Effect{theory.Promotes, theory.Inhibits}[random.IntN(2)]
		fmt.Fprintf(&file, "[context.fan-%d]\nlabel = \"Around %d\"\n[[link]]\nfrom = \"fan-%d\"\nto = \"mechanism-0\"\neffect = %q\nstatus = %q\nnecessary = %t\n",
			i, i, i, effect, theory.Statuses[random.IntN(len(theory.Statuses))], effect == theory.Promotes && random.IntN(4) == 0)
		if random.IntN(4) == 0 {
			file.WriteString("reading = \"ours\"\n")
		}
	}
	return file.String()
}
