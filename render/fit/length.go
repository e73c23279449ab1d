package fit

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// pointsPer are the units of length that a page's width may be given in, in points.
var pointsPer = map[string]float64{"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72, "pt": 1}

// ParseLength reads a length such as "180mm" into points: a number and one of the units mm, cm, in and pt. A page is at
// least 20 mm and at most two metres wide.
func ParseLength(s string) (float64, error) {
	text := strings.TrimSpace(s)
	if len(text) > 2 {
		if per, ok := pointsPer[text[len(text)-2:]]; ok {
			n, err := strconv.ParseFloat(strings.TrimSpace(text[:len(text)-2]), 64)
			points := n * per
			if err == nil && !math.IsNaN(points) {
				if points < 20*pointsPer["mm"] || points > 2000*pointsPer["mm"] {
					return 0, fmt.Errorf("%q is no width of a page: it is from 20mm to 2000mm", s)
				}
				return points, nil
			}
		}
	}
	return 0, fmt.Errorf("%q is no length: write a number with mm, cm, in or pt, such as 180mm", s)
}
