package preview

import (
	"context"
	"time"
)

// settle gathers events that come in bursts: one save is several writes, renames and changes of attributes. It passes a
// signal on when none has come for the time quiet, and no later than the time most after the first of a burst. Signals
// that are not received yet are one. It ends with the context, and closes what it returns.
func settle(ctx context.Context, events <-chan struct{}, quiet, most time.Duration) <-chan struct{} {
	settled := make(chan struct{}, 1)
	go func() {
		defer close(settled)
		var due <-chan time.Time
		var last time.Time // the latest that the burst may last
		for {
			select {
			case <-ctx.Done():
				return
			case <-events:
				now := time.Now()
				if due == nil {
					last = now.Add(most)
				}
				due = time.After(min(quiet, last.Sub(now)))
			case <-due:
				due = nil
				select {
				case settled <- struct{}{}:
				default:
				}
			}
		}
	}()
	return settled
}
