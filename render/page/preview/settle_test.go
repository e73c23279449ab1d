package preview

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestSettle(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []time.Duration // when
		want   []time.Duration
	}{
		{"one", []time.Duration{0}, []time.Duration{quiet}},
		{"a burst", []time.Duration{0, quiet / 2, quiet * 5 / 4, quiet * 2}, []time.Duration{quiet * 3}},
		{"two saves", []time.Duration{0, quiet * 4}, []time.Duration{quiet, quiet * 5}},
		{"a burst without end", everyUntil(quiet*9/10, most), []time.Duration{most}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				events := make(chan struct{})
				settled := settle(ctx, events, quiet, most)
				start := time.Now()
				go func() {
					for _, at := range c.events {
						time.Sleep(at - time.Since(start))
						events <- struct{}{}
					}
					time.Sleep(time.Second)
					cancel()
				}()
				var got []time.Duration
				for range settled {
					got = append(got, time.Since(start))
				}
				if len(got) != len(c.want) {
					t.Fatalf("settled at %v, want %v", got, c.want)
				}
				for i := range got {
					if got[i] != c.want[i] {
						t.Fatalf("settled at %v, want %v", got, c.want)
					}
				}
			})
		})
	}
}

// everyUntil are moments, a step apart, before an end.
func everyUntil(step, end time.Duration) []time.Duration {
	var moments []time.Duration
	for at := time.Duration(0); at < end; at += step {
		moments = append(moments, at)
	}
	return moments
}
