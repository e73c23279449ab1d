package render

import (
	"testing"

	"icamo/render/fit"
	"icamo/render/scene"
)

// TestConfigurationsAreLowInAColumn holds that a figure of one configuration leaves room for the text of an article's column beside it:
// ranks stand no farther apart than lines need. What stands below the lanes, and is left out where it makes the figure higher than a page, is
// not counted.
func TestConfigurationsAreLowInAColumn(t *testing.T) {
	for id, most := range map[string]float64{"inspiring-relationships": 126, "positive-self-image": 112} { // mm
		o := Options{Options: scene.Options{View: scene.View{Name: scene.OneConfiguration, ID: id}}, Paper: fit.Paper{Width: 85 * fit.Millimetre}}
		p, err := Figure(t.Context(), engine, open(t, "peer/revised.toml"), o)
		if err != nil {
			t.Fatal(err)
		}
		if high := p.placed.Area.H * p.TextSize / fit.TextSize / fit.Millimetre; high > most || p.small() || p.placed.Crossings() > 0 {
			t.Errorf("%s: %.0f mm high, labels of %.1f pt, %d crossings", id, high, p.TextSize, p.placed.Crossings())
		}
	}
}
