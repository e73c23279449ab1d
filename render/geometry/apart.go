package geometry

// Apart moves ordered places as little as it takes (in least squares) for each to have its space to both sides and all to
// stay within bounds. Where there is not enough room, all get equally less.
func Apart(at, space []float64, low, high float64) []float64 {
	total := 0.0
	for _, s := range space {
		total += 2 * s
	}
	share := 1.0
	if room := max(high-low, 0); total > room && total > 0 {
		share = room / total
	}
	// In terms of at minus the space taken by those before, places must only not decrease: pool adjacent violators
	// (Ayer et al. 1955).
	type pool struct{ sum, n float64 }
	var pools []pool
	offset := make([]float64, len(at))
	taken := 0.0
	for i := range at {
		offset[i] = taken + space[i]*share
		taken += 2 * space[i] * share
		pools = append(pools, pool{at[i] - offset[i], 1})
		for len(pools) > 1 && pools[len(pools)-2].sum/pools[len(pools)-2].n > pools[len(pools)-1].sum/pools[len(pools)-1].n {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			pools[len(pools)-1].sum += last.sum
			pools[len(pools)-1].n += last.n
		}
	}
	out := make([]float64, 0, len(at))
	for _, p := range pools {
		base := min(max(p.sum/p.n, low), max(high-taken, low))
		for range int(p.n) {
			out = append(out, base+offset[len(out)])
		}
	}
	return out
}
