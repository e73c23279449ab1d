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
	if !(d.Width > 0 && d.Width <= Largest && d.Height > 0 && d.Height <= Largest) {
		return fmt.Errorf("a page of %v × %v pt is not between 0 and %d pt; draw a part of it with a smaller view", d.Width, d.Height, Largest)
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
	var numbers []float64
	switch s := s.(type) {
	case Text:
		numbers = []float64{s.X, s.Y, s.Size, s.Rotate, s.Spacing}
	case Path:
		numbers = append(numbers, s.LineWidth)
		numbers = append(numbers, s.Dash...)
		for _, g := range s.Segments {
			for _, p := range g.P {
				numbers = append(numbers, p.X, p.Y)
			}
		}
	}
	for _, v := range numbers {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return true
}
