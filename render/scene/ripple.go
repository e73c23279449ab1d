package scene

import "icamo/theory"

// ripple is an outcome of one configuration that is a context, or has another role, in another.
type ripple struct {
	from, to int // among the configurations
	node     *theory.Node
}

// ripplesAmong finds the ripples among configurations, each given as what is shown of it.
func ripplesAmong(configurations []part) []ripple {
	takenUp := make(map[*theory.Node][]int) // by the configurations that a node is no outcome of
	for i, p := range configurations {
		for _, n := range p.nodes {
			if p.roles[n] != theory.Outcome {
				takenUp[n] = append(takenUp[n], i)
			}
		}
	}
	var found []ripple
	for i, p := range configurations {
		for _, n := range p.nodes {
			if p.roles[n] != theory.Outcome {
				continue
			}
			for _, j := range takenUp[n] {
				found = append(found, ripple{i, j, n})
			}
		}
	}
	return found
}
