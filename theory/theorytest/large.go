// Package theorytest reads theories for tests, and writes some of any size for benchmarks.
package theorytest

import (
	"fmt"
	"strings"
)

// Large writes a theory of a given size as an evaluator would: every node in a configuration of twenty, every link
// supported, by a quote that it shares with two others. A revised one is the same with one link in ten lost, one in ten
// no longer supported, and every tenth node reworded.
func Large(nodes, links int, revised bool) string {
	var b strings.Builder
	b.WriteString("[theory]\nid = \"large\"\ntitle = \"A large theory\"\n\n[source.interviews]\ncitation = \"Interviews\"\n\n")
	kinds := []string{"intervention", "context", "actor", "mechanism", "outcome"}
	for i := range nodes {
		where := town(i)
		if revised && i%10 == 0 {
			where = "another place"
		}
		fmt.Fprintf(&b, "[%s.node-%d]\nlabel = \"What happens at place %d in %s\"\ndescription = \"One of many.\"\n\n", kinds[i%len(kinds)], i, i, where)
	}
	for i := range links {
		if i%3 == 0 {
			fmt.Fprintf(&b, "[evidence.quote-%d]\ntype = \"quote\"\nsource = \"interviews\"\ncases = [\"p%d\", \"p%d\"]\ntext = \"we saw it %d times\"\nlocator = \"p. %d\"\n\n", i/3, i%50, (i+1)%50, i, i)
		}
		if revised && i%10 == 3 {
			continue
		}
		from, to := i%nodes, (i*7+i/nodes+1)%nodes
		effect := [...]string{"promotes", "inhibits"}[i/nodes%2]
		status := "supported"
		if revised && i%10 == 5 {
			status = "mixed"
		}
		fmt.Fprintf(&b, "[[link]]\nfrom = \"node-%d\"\nto = \"node-%d\"\neffect = %q\nstatus = %q\nsupported_by = [\"quote-%d\"]\nbecause = \"It was seen in case %d.\"\n\n", from, to, effect, status, i/3, i)
	}
	for i := range 50 {
		fmt.Fprintf(&b, "[case.p%d]\nlabel = \"Participant %d\"\n\n", i, i)
	}
	for c := 0; c*20 < nodes; c++ {
		fmt.Fprintf(&b, "[configuration.claim-%d]\ntitle = \"Claim %d\"\n", c, c)
		for k, role := range kinds {
			var members []string
			for i := c*20 + k; i < min((c+1)*20, nodes); i += len(kinds) {
				members = append(members, fmt.Sprintf("\"node-%d\"", i))
			}
			fmt.Fprintf(&b, "%s = [%s]\n", role, strings.Join(members, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// LargeWithSteps is a large theory of which a tenth of the links are necessary, and a tenth act on other links.
func LargeWithSteps(nodes, links int) string {
	parts := strings.Split(Large(nodes, links, false), "[[link]]\n")
	seen := make(map[string]int)
	for i, part := range parts[1:] {
		var from, to string
		if _, err := fmt.Sscanf(part, "from = %q\nto = %q", &from, &to); err != nil {
			continue
		}
		step := from + " -> " + to
		seen[step]++
		promotes := strings.Contains(part, "promotes")
		switch {
		case i%10 == 0 && promotes:
			parts[i+1] = strings.Replace(part, "status =", "necessary = true\nstatus =", 1)
		case i%10 == 5 && seen[step] == 1:
			parts[i+1] = part + fmt.Sprintf("[[link]]\nfrom = \"node-%d\"\nto = \"%s%s\"\neffect = \"inhibits\"\n\n", (i*3+1)%nodes, step,
				map[bool]string{true: " (promotes)", false: " (inhibits)"}[promotes])
		}
	}
	return strings.Join(parts, "[[link]]\n")
}

// town makes up a name, so that labels differ by more than their numbers.
func town(i int) string {
	syllables := []string{"ka", "ro", "len", "mi", "stad", "vor", "hus", "bek", "und", "sil"}
	name := ""
	for range 4 {
		name += syllables[i%len(syllables)]
		i = i/len(syllables)*7 + i%13
	}
	return name
}

// TooLarge is a theory that is too large for one figure: 2,100 nodes, of which 20 configurations have some, each building on the
// outcome of the one before it; 200 links that no configuration has; and nodes that nothing joins.
func TooLarge() string {
	var b strings.Builder
	b.WriteString("[theory]\nid = \"large\"\ntitle = \"A large theory\"\n")
	for i := range 700 {
		fmt.Fprintf(&b, "[context.c%d]\nlabel = \"Context %d\"\n[mechanism.m%d]\nlabel = \"Mechanism %d\"\n[outcome.o%d]\nlabel = \"Outcome %d\"\n", i, i, i, i, i, i)
	}
	link := func(from, to int) { fmt.Fprintf(&b, "[[link]]\nfrom = \"m%d\"\nto = \"o%d\"\n", from, to) }
	for i := range 20 {
		link(i, i)
		context := fmt.Sprintf("\"c%d\"", i)
		if i > 0 {
			context += fmt.Sprintf(", \"o%d\"", i-1)
		}
		fmt.Fprintf(&b, "[configuration.k%d]\ntitle = \"Claim %d\"\ncontext = [%s]\nmechanism = [\"m%d\"]\noutcome = [\"o%d\"]\n", i, i, context, i, i)
	}
	for i := range 200 {
		link(i+300, i+301)
	}
	return b.String()
}
