package place

import (
	"testing"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// TestBadgeWiderThanItsBox holds that a badge for which its box has no room stands at it all the same.
func TestBadgeWiderThanItsBox(t *testing.T) {
	b := &Box{Box: new(fit.Box), At: geometry.Rect{X: 100, Y: 200, W: 20, H: 30}}
	for _, first := range []order{above, below} {
		at, _ := new(taken).onBorder(b, 60, 5, 1, first)
		if !at.Overlaps(b.At) || at.W != 60 {
			t.Errorf("it stands at %v, its box at %v", at, b.At)
		}
	}
}
