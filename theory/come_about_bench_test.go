package theory_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"icamo/theory"
)

// BenchmarkComeAbout asks what can come about in graphs of which a tenth of the links are necessary and a tenth act on steps:
// one without circles, and one that is a single large circle with odd ones in it. Time per link is to stay what it is.
func BenchmarkComeAbout(b *testing.B) {
	for _, shape := range []struct {
		name  string
		ahead func(r *rand.Rand, from, nodes int) int
	}{
		{"without circles", func(r *rand.Rand, from, nodes int) int { return min(from+1+r.IntN(50), nodes-1) }},
		{"circles", func(r *rand.Rand, _, nodes int) int { return r.IntN(nodes) }},
	} {
		small := 0.0
		for _, count := range []int{1_000, 10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d_links", shape.name, count), func(b *testing.B) {
				nodes, links := largeClaim(count, shape.ahead)
				g := theory.NewGraph(nodes, links)
				var took time.Duration
				open := 0
				for b.Loop() {
					start := time.Now()
					answer := g.ComeAbout(theory.Question{})
					took += time.Since(start)
					open = 0
					for _, n := range nodes {
						if answer.Can(n) == theory.NotSettled {
							open++
						}
					}
				}
				each := float64(took.Nanoseconds()) / float64(b.N) / float64(count)
				if small == 0 {
					small = each
				}
				b.ReportMetric(each, "ns/link")
				b.ReportMetric(each/small, "x-of-smallest")
				b.ReportMetric(float64(open), "not-settled")
			})
		}
	}
}

func largeClaim(count int, ahead func(r *rand.Rand, from, nodes int) int) (nodes []*theory.Node, links []*theory.Link) {
	r := rand.New(rand.NewPCG(1, 1))
	for i := range count / 2 {
		nodes = append(nodes, &theory.Node{Element: theory.Element{ID: fmt.Sprintf("n%d", i)}, Kind: theory.Kinds[i%len(theory.Kinds)]})
	}
	for i := range count {
		from := r.IntN(len(nodes))
		l := &theory.Link{Source: nodes[from], Effect: theory.Promotes}
		switch {
		case i%10 == 0 && len(links) > 0 && links[len(links)-1].Onto == nil:
			l.Onto = links[len(links)-1]
		default:
			l.Target = nodes[ahead(r, from, len(nodes))]
		}
		switch i % 10 {
		case 1:
			l.Necessary = true
		case 2, 3:
			l.Effect = theory.Inhibits
		}
		links = append(links, l)
	}
	return nodes, links
}
