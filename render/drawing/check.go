package drawing

import (
	"errors"
	"fmt"
	"math"
)

// Largest is the longest side of a drawing, in points: a PDF page may be 200 inches wide, and a figure beyond that is a
// mistake.
const Largest = 14400

// check holds the drawing to what every format can write.
func (d *Drawing) check() error {
	if d.Face == nil {
		return errors.New("the drawing has no font")
	}
	if err := d.Face.Damaged(); err != nil {
		return err
	}
	if !(d.Width > 0 && d.Width <= Largest && d.Height > 0 && d.Height <= Largest) {
		return fmt.Errorf("a page of %v × %v pt is not between 0 and %d pt; draw parts of it", d.Width, d.Height, Largest)
	}
	for _, g := range d.Groups {
		for _, s := range g.Shapes {
			if !finite(s) {
				return fmt.Errorf("%s %q stands at no finite place", g.Class, g.ID)
			}
		}
	}
	return nil
}

func finite(s Shape) bool {
	switch s := s.(type) {
	case Text:
		return near(s.X, s.Y, s.Size, s.Rotate, s.Spacing)
	case Path:
		for _, g := range s.Segments {
			for _, p := range g.P {
				if !near(p.X, p.Y) {
					return false
				}
			}
		}
		return near(s.LineWidth) && near(s.Dash...)
	}
	return true
}

// near says whether numbers are of a size that a page may hold.
func near(numbers ...float64) bool {
	for _, v := range numbers {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return true
}
