package place

import (
	"encoding/json"
	"fmt"

	"icamo/render/fit"
	"icamo/render/geometry"
)

// kept is an arrangement as it is remembered.
type kept struct {
	Area   geometry.Rect
	Boxes  []geometry.Rect
	Curves []geometry.Curve
	Rings  []geometry.Rect
}

// MarshalJSON writes an arrangement so that it can be drawn again without its layout.
func (a *Arrangement) MarshalJSON() ([]byte, error) {
	k := kept{Area: a.Area, Boxes: a.boxes, Rings: a.rings, Curves: make([]geometry.Curve, len(a.ways))}
	for i, w := range a.ways {
		k.Curves[i] = w.Curve
	}
	return json.Marshal(k)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (a *Arrangement) UnmarshalJSON(data []byte) error {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil {
		return err
	}
	a.Area, a.boxes, a.rings, a.ways = k.Area, k.Boxes, k.Rings, make([]geometry.Way, len(k.Curves))
	for i, c := range k.Curves {
		if len(c) < 4 || len(c)%3 != 1 {
			return fmt.Errorf("a curve of %d points", len(c))
		}
		a.ways[i] = geometry.NewWay(c)
	}
	return nil
}

// Arranges says whether the arrangement has a place for each box of a plan, and a way for each line.
func (a *Arrangement) Arranges(p *fit.Plan) bool {
	return len(a.boxes) == len(p.Boxes) && len(a.ways) == len(p.Lines)+len(p.OnSteps) && len(a.rings) == len(p.OnSteps)
}
