package geometry

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomCurve has one to four pieces within a square of 100.
func randomCurve(random *rand.Rand) Curve {
	c := make(Curve, 1+3*(1+random.IntN(4)))
	for i := range c {
		c[i] = Point{X: 100 * random.Float64(), Y: 100 * random.Float64()}
	}
	return c
}

// TestCurves holds what figures are placed by to random curves.
func TestCurves(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		c, other := randomCurve(random), randomCurve(random)
		end := c[len(c)-1]
		if length := 20 * random.Float64(); Distance(c[0], end) > length {
			if d := Distance(c.Back(length), end); math.Abs(d-length) > 1e-6 {
				t.Errorf("%v goes back %v, not %v", c, d, length)
			}
		}
		r := Around(Point{X: 50, Y: 50}, 30, 20)
		if !r.Holds(c[0]) {
			rest := c.Before(r)
			if last := rest[len(rest)-1]; last != end && !r.Grown(1e-6).Holds(last) {
				t.Errorf("%v is left at %v, which is not on %v", c, last, r)
			}
		}
		a, b := NewWay(c), NewWay(other)
		if n, m := a.Crossings(&b), b.Crossings(&a); n != m {
			t.Errorf("%v and %v cross %d times, and the other way round %d times", c, other, n, m)
		}
		turned, back := NewWay(c.Transposed()), c.Transposed().Transposed()
		if a.Crosses(r) != turned.Crosses(r.Transposed()) {
			t.Errorf("%v crosses %v only one way round", c, r)
		}
		for i := range c {
			if c[i] != back[i] {
				t.Fatalf("%v comes back as %v", c, back)
			}
		}
	}
}

// TestSimplified holds that nothing left out is farther off than the tolerance.
func TestSimplified(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		points := NewWay(randomCurve(random)).Points
		const tolerance = 5
		rest := Simplified(points, tolerance)
		for _, p := range points {
			least := math.Inf(1)
			for i := 1; i < len(rest); i++ {
				least = min(least, OffSegment(p, rest[i-1], rest[i]))
			}
			if least > tolerance+1e-9 {
				t.Fatalf("%v is %v from what is left of its line", p, least)
			}
		}
	}
}

func TestSideOf(t *testing.T) {
	r := Rect{X: 10, Y: 20, W: 30, H: 40}
	for want, p := range map[Side]Point{Top: {X: 25, Y: 20}, Bottom: {X: 25, Y: 60}, Left: {X: 10, Y: 40}, Right: {X: 40, Y: 40}} {
		if got := r.SideOf(p); got != want {
			t.Errorf("%v is on side %d of %v, not %d", p, got, r, want)
		}
	}
}

// TestApart holds that places keep their order, their bounds and, where there is room, their space.
func TestApart(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		n := 1 + random.IntN(8)
		at, space := make([]float64, n), make([]float64, n)
		for i := range at {
			at[i], space[i] = 100*random.Float64(), 8*random.Float64()
		}
		slices.Sort(at)
		got := Apart(at, space, 0, 100)
		taken := 0.0
		for _, s := range space {
			taken += 2 * s
		}
		share := min(1, 100/taken)
		for i, x := range got {
			if x < space[i]*share-1e-9 || x > 100-space[i]*share+1e-9 {
				t.Errorf("%v are put at %v, beyond 0 to 100", at, got)
			}
			if i > 0 && x-got[i-1] < (space[i]+space[i-1])*share-1e-9 {
				t.Errorf("%v with space %v are put at %v", at, space, got)
			}
		}
	}
}
