package layout

import (
	"path/filepath"
	"testing"
)

// TestRemember holds that what is kept comes back under its key alone, and only from whole entries of the same engine.
func TestRemember(t *testing.T) {
	e := New(t.TempDir())
	e.Remember([]byte("key"), []byte("made"))
	if got, ok := e.Remembered([]byte("key")); !ok || string(got) != "made" {
		t.Errorf("%q comes back, %v", got, ok)
	}
	if got, ok := e.Remembered([]byte("another")); ok {
		t.Errorf("another key gives %q", got)
	}
	if got, ok := NewProgram(e.cache, filepath.Join(e.cache, "layouts")).Remembered([]byte("key")); ok {
		t.Errorf("another engine is given %q", got)
	}
	change(t, onlyFile(t, filepath.Join(e.cache, "layouts")), func(data []byte) []byte { return data[:len(data)-1] })
	if got, ok := e.Remembered([]byte("key")); ok {
		t.Errorf("a damaged entry gives %q", got)
	}
	nowhere := New("")
	nowhere.Remember([]byte("key"), []byte("made"))
	if got, ok := nowhere.Remembered([]byte("key")); ok {
		t.Errorf("without a folder it gives %q", got)
	}
}
