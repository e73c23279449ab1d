package theory

import (
	"slices"
	"testing"
)

// TestNumberOf holds that a configuration without a number takes none that another has: that of its place, or else the next free one.
func TestNumberOf(t *testing.T) {
	for _, test := range []struct{ given, want []int }{
		{[]int{0, 0, 0}, []int{1, 2, 3}},
		{[]int{0, 1, 0}, []int{2, 1, 3}},
		{[]int{0, 1, 2, 0}, []int{3, 1, 2, 4}},
		{[]int{0, 0, 1, 2}, []int{3, 4, 1, 2}},
		{[]int{2, 0, 0}, []int{2, 1, 3}},
		{[]int{7, 0, 7}, []int{7, 2, 7}}, // two that are given one number keep it
	} {
		th := &Theory{}
		for _, number := range test.given {
			th.Configurations = append(th.Configurations, &Configuration{Number: number})
		}
		th.Connect()
		var got []int
		for _, c := range th.Configurations {
			got = append(got, th.NumberOf(c))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%v are numbered %v, want %v", test.given, got, test.want)
		}
	}
}
