package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"icamo/render"
	"icamo/render/layout"
	"icamo/theory/load"
)

// TestFigureAgain draws figures one after another in a folder that remembers all before, and each where nothing is remembered: they
// are the same, with the same said of them, whatever differs between two, in flags, settings or files.
func TestFigureAgain(t *testing.T) {
	const theory = `[theory]
id = "t"
title = "Support"
include = ["shared.toml"]
revises = "earlier.toml"

[mechanism.trust]
label = "Trust"

[outcome.hope]
label = "Hope"

[[link]]
from = "trust"
to = "hope"
`
	const earlier = "[theory]\nid = \"t\"\ntitle = \"Support\"\n\n[outcome.hope]\nlabel = \"More hope\"\n"
	const shared = "[context.group]\nlabel = \"A group\"\n\n[case.a]\nlabel = \"Site A\"\n\n[case.b]\nlabel = \"Site B\"\n"
	dir := t.TempDir()
	t.Chdir(dir)
	write := func(file, text string) {
		must(t, os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666))
	}
	files := map[string]string{"t.toml": theory, "earlier.toml": earlier, "shared.toml": shared, "icamo.toml": ""}
	for file, text := range files {
		write(file, text)
	}
	draw := func(args []string) string {
		var said bytes.Buffer
		status := run(append([]string{"render", "t.toml", "-o", "figure", "--force"}, args...), nil, &said, &said)
		figure, err := os.ReadFile("figure")
		if err != nil || status == 2 {
			t.Fatalf("%q: status %d, %v\n%s", args, status, err, said.String())
		}
		must(t, os.Remove("figure"))
		return fmt.Sprintf("status %d\n%s%s", status, said.String(), figure)
	}
	both := func(what string, args []string) {
		t.Helper()
		t.Setenv("XDG_CACHE_HOME", filepath.Join(dir, "warm"))
		first := draw(args)
		again := draw(args)
		t.Setenv("XDG_CACHE_HOME", t.TempDir())
		fresh := draw(args)
		if first != fresh || again != fresh {
			t.Errorf("%s, %q: a figure that was drawn before is another one", what, args)
		}
	}
	svg := []string{"--format", "svg"}
	for _, args := range [][]string{
		{"--format", "svg"}, {"--format", "png"}, {"--format", "png", "--dpi", "100"}, {"--format", "pdf"}, {"--format", "pptx"},
		{"--format", "svg", "-v"}, {"--format", "svg", "--width", "180mm"}, {"--format", "svg", "--width", "20mm"},
		{"--format", "svg", "--palette", "grey"}, {"--format", "svg", "--caption", "A"}, {"--format", "svg", "--caption", "B"},
		{"--format", "svg", "--no-title"}, {"--format", "svg", "--no-legend"}, {"--format", "svg", "--highlight", "hope"},
		{"--format", "svg", "--view", "revision"}, {"--format", "svg", "--case", "a"}, {"--format", "svg", "--case", "b"},
		{"--format", "svg", "--case", "a", "--case", "b"}, {"--format", "svg", "--view", "upstream=hope"},
	} {
		both("flags", args)
	}
	for _, edit := range []struct{ file, old, new string }{
		{"t.toml", "Trust", "Truth"},
		{"shared.toml", "A group", "No group"},
		{"earlier.toml", "More hope", "Less hope"},
		{"icamo.toml", "", "[figure]\npalette = \"grey\"\n"},
		{"icamo.toml", "", "[words]\nmechanism = \"Reasoning\"\n"},
	} {
		write(edit.file, strings.Replace(files[edit.file], edit.old, edit.new, 1))
		both(edit.file, svg)
		both(edit.file, append(svg, "--view", "revision"))
	}
	write("icamo.toml", "")
	write("shared.toml", "not = [") // what could not be read is said again
	both("a broken file", svg)
}

// TestKeptFigure holds that a figure is kept under its own key, unless a layout may have run out of time or it is very large.
func TestKeptFigure(t *testing.T) {
	file := filepath.Join("..", "..", "theories", "minimal.toml")
	theory, err := load.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	engine := layout.New(t.TempDir())
	flags := renderFlags{format: "svg", output: "a.svg"}
	key := flags.figureKey(theory, render.Options{})
	kept := keptFigure{said: []string{"icamo: a note"}, data: []byte("<svg>\n</svg>")}
	kept.keep(engine, key, engine.Deadline())
	large := keptFigure{data: make([]byte, 5<<20)}
	large.keep(engine, key, time.Second)
	if _, ok := again(engine, key); ok {
		t.Error("a figure is kept that should not be")
	}
	kept.keep(engine, key, time.Second)
	flags.output = "b.svg"
	got, ok := again(engine, flags.figureKey(theory, render.Options{}))
	if !ok || !slices.Equal(got.said, kept.said) || !bytes.Equal(got.data, kept.data) {
		t.Errorf("%v, %q and %q come back", ok, got.said, got.data)
	}
	flags.stable = true
	if flags.figureKey(theory, render.Options{}) != nil {
		t.Error("a figure that depends on the one it replaces has a key")
	}
}
