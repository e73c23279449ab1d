package preview

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestManySaves saves a theory again and again with eight readers at the page, and holds that memory, goroutines, open
// files and processes come back to where they were. ICAMO_LOAD is how many saves; 40 unless it says.
func TestManySaves(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	saves := 40
	if n, err := strconv.Atoi(os.Getenv("ICAMO_LOAD")); err == nil {
		saves = n
	}
	const readers = 8
	r := start(t)
	save := func(i int) string {
		mark := fmt.Sprintf("Seen in interview %d", i)
		replace(t, r.folder, "theory.toml", strings.Replace(theoryText, "to   = \"ease\"", "to   = \"ease\"\nbecause = \""+mark+"\"", 1))
		return mark
	}
	shown := func(mark string) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); !strings.Contains(r.page(), mark); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("the page never says %q", mark)
			}
		}
	}
	for i := range 10 { // what is made once is made
		shown(save(-i - 1))
	}
	http.DefaultClient.CloseIdleConnections()
	goroutines, memory, files := settledGoroutines(0), inUse(), openFiles()

	var all sync.WaitGroup
	var leaves []func()
	for range readers {
		ids, leave := r.events()
		leaves = append(leaves, leave)
		all.Go(func() {
			for range ids {
			}
		})
	}
	for i := range saves {
		shown(save(i))
	}
	for _, leave := range leaves {
		leave()
	}
	all.Wait()
	http.DefaultClient.CloseIdleConnections()

	if n := settledGoroutines(goroutines); n > goroutines {
		t.Errorf("%d goroutines, %d before\n%s", n, goroutines, stacks())
	}
	now := inUse()
	if most := memory + 4<<20; now > most {
		t.Errorf("%d KB of memory in use, %d KB before", now>>10, memory>>10)
	}
	if n := openFiles(); n > files {
		t.Errorf("%d files are open, %d before", n, files)
	}
	r.stop()
	t.Logf("%d saves, %d readers: %d KB in use before, %d KB after", saves, readers, memory>>10, now>>10)
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

// openFiles counts this process's open files; 0 where the system does not tell.
func openFiles() int {
	open, _ := filepath.Glob("/proc/self/fd/*")
	return len(open)
}
