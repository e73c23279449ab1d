package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGalleryByTheReference draws the gallery with layouts by go-graphviz's own interface: every figure is the same, byte for
// byte, as with the Graphviz in this program.
func TestGalleryByTheReference(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a second for each figure")
	}
	t.Setenv("ICAMO_LAYOUT", buildLayout(t))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Chdir("../..")
	compared := 0
	for _, s := range gallery {
		for _, p := range s.pictures {
			want, err := os.ReadFile(filepath.Join("docs", "figures", p.file+".svg"))
			must(t, err)
			var got, messages bytes.Buffer
			if status := run(append([]string{"render", "--format", "svg", "-o", "-"}, strings.Fields(p.command)...), nil, &got, &messages); status != 0 {
				t.Fatalf("%s: status %d: %s", p.file, status, &messages)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s is another figure by the reference", p.file)
			}
			compared++
		}
	}
	if compared < 15 {
		t.Errorf("only %d figures", compared)
	}
}
