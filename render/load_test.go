package render

import (
	"bytes"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/render/scene"
)

// TestManyFigures draws the revised PEER theory again and again, eight at a time, and holds that all are the same and that
// memory and goroutines come back to where they were. ICAMO_LOAD is how many figures; 60 unless it says.
func TestManyFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	figures := 60
	if n, err := strconv.Atoi(os.Getenv("ICAMO_LOAD")); err == nil {
		figures = n
	}
	const sideBySide = 8
	revised := open(t, "peer/revised.toml")
	engine := layout.New(t.TempDir())
	engine.Timeout = time.Minute // on a machine that may be busy
	draw := func(w io.Writer) error {
		p, err := Figure(t.Context(), engine, revised, page180(scene.Options{}))
		if err != nil {
			return err
		}
		return drawing.SVG(w, p.Drawing)
	}
	var first bytes.Buffer
	for range 3 { // what is made once is made
		first.Reset()
		if err := draw(&first); err != nil {
			t.Fatal(err)
		}
	}
	goroutines, memory := runtime.NumGoroutine(), inUse()
	var all sync.WaitGroup
	for worker := range sideBySide {
		all.Go(func() {
			for i := worker; i < figures; i += sideBySide {
				var svg bytes.Buffer
				if err := draw(&svg); err != nil || !bytes.Equal(svg.Bytes(), first.Bytes()) {
					t.Errorf("figure %d differs from the first, or failed: %v", i, err)
					return
				}
			}
		})
	}
	all.Wait()
	now, left := inUse(), runtime.NumGoroutine()
	for end := time.Now().Add(2 * time.Second); left > goroutines && time.Now().Before(end); left = runtime.NumGoroutine() {
		time.Sleep(20 * time.Millisecond)
	}
	if left > goroutines {
		t.Errorf("%d goroutines, %d before", left, goroutines)
	}
	if most := memory + 4<<20; now > most {
		t.Errorf("%d KB of memory in use, %d KB before", now>>10, memory>>10)
	}
	t.Logf("%d figures, %d at a time: %d KB in use before, %d KB after", figures, sideBySide, memory>>10, now>>10)
}

// inUse is the memory that is still reachable.
func inUse() uint64 {
	var stats runtime.MemStats
	for range 3 { // finalizers free more
		runtime.GC()
	}
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
