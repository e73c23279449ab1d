package preview

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestSettle(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		name   string
		events []time.Duration // when
		want   []time.Duration
	}{
		{"one", []time.Duration{0}, []time.Duration{10 * ms}},
		{"a burst", []time.Duration{0, 5 * ms, 12 * ms, 20 * ms}, []time.Duration{30 * ms}},
		{"two saves", []time.Duration{0, 40 * ms}, []time.Duration{10 * ms, 50 * ms}},
		{"a burst without end", []time.Duration{0, 9 * ms, 18 * ms, 27 * ms, 36 * ms, 45 * ms, 54 * ms, 63 * ms, 72 * ms, 81 * ms, 89 * ms}, []time.Duration{90 * ms}},
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
