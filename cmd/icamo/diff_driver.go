package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"icamo/theory"
	"icamo/theory/history"
	"icamo/theory/load"
	"icamo/theory/revision"
)

// driverCall is how git calls an external diff driver (gitdiff, GIT_EXTERNAL_DIFF): path, then file, object id and mode
// of the old and of the new side, and for a file that was renamed its new path and how. A path that is not merged comes
// alone.
type driverCall struct {
	path     string
	old, new driverSide
}

// driverSide is one side of a driver's call: a file that git has laid out somewhere, and which path it stands for.
type driverSide struct{ path, file, id, mode string }

var (
	driverID   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\.|[0-9a-f]{40}|[0-9a-f]{64})$`) })
	driverMode = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\.|[0-7]{6})$`) })
)

// driverArguments are the arguments of a command where those of git's call can be no flags: a path may begin with a hyphen.
func driverArguments(args []string) []string {
	if len(args) == 0 || args[0] != "diff" {
		return args
	}
	for _, n := range []int{9, 7, 1} {
		if at := len(args) - n; at > 0 {
			if _, ok := readDriverCall(args[at:]); ok {
				return slices.Insert(slices.Clone(args), at, "--")
			}
		}
	}
	return args
}

func readDriverCall(args []string) (driverCall, bool) {
	if len(args) == 1 && os.Getenv("GIT_DIFF_PATH_TOTAL") != "" {
		return driverCall{path: args[0]}, true
	}
	if len(args) != 7 && len(args) != 9 {
		return driverCall{}, false
	}
	d := driverCall{args[0], driverSide{args[0], args[1], args[2], args[3]}, driverSide{args[0], args[4], args[5], args[6]}}
	if len(args) == 9 {
		d.new.path = args[7]
	}
	ok := driverID().MatchString(d.old.id) && driverMode().MatchString(d.old.mode) && driverID().MatchString(d.new.id) && driverMode().MatchString(d.new.mode)
	return d, ok
}

// answer tells what changed in the one file that git asks about. It never fails: git would stop at the first file.
func (d driverCall) answer(cmd *cobra.Command, colour bool) error {
	out := cmd.OutOrStdout()
	old, err := d.old.load(cmd.Context())
	if err == nil {
		var new *theory.Theory
		if new, err = d.new.load(cmd.Context()); err == nil {
			return d.tell(out, old, new, colour)
		}
	}
	_, writeErr := fmt.Fprintf(out, "%s: %s; see git diff --no-ext-diff\n", oneLine(d.path), oneLine(err.Error()))
	return writeErr
}

func (d driverCall) tell(out io.Writer, old, new *theory.Theory, colour bool) error {
	var err error
	switch {
	case d.old.file == "" && d.new.file == "":
		_, err = fmt.Fprintf(out, "%s: not merged yet\n", oneLine(d.path))
	case old == nil && new == nil:
		_, err = fmt.Fprintf(out, "%s: no theory, nor part of one; see git diff --no-ext-diff\n", oneLine(d.path))
	case old == nil:
		_, err = fmt.Fprintf(out, "%s: added%s\n", oneLine(d.new.path), contents(new))
	case new == nil:
		_, err = fmt.Fprintf(out, "%s: removed%s\n", oneLine(d.old.path), contents(old))
	default:
		if d.old.path != d.new.path {
			if _, err = fmt.Fprintf(out, "%s: moved to %s\n", oneLine(d.old.path), oneLine(d.new.path)); err != nil {
				return err
			}
			if d.old.id == d.new.id {
				return nil
			}
		}
		r := revision.Compare(old, new).In(old.File, new.File)
		r.Ordered = true // as git asks: what became of the one
		if len(r.Changes) == 0 {
			_, err = fmt.Fprintf(out, "%s: the theory is the same; order, layout or comments differ\n", oneLine(d.new.path))
			return err
		}
		if err = revision.Text(out, r, colour); err == nil {
			_, err = fmt.Fprintln(out) // the next file's follows at once
		}
	}
	return err
}

// contents is what a theory's own file holds, to end a line with.
func contents(t *theory.Theory) string {
	text := ""
	if t.Title != t.File {
		text = ", " + oneLine(t.Title)
	}
	if t.Version != "" {
		text += " (" + oneLine(t.Version) + ")"
	}
	text += within(t, t.Nodes, "node", "nodes", func(n *theory.Node) theory.Span { return n.At })
	text += within(t, t.Links, "link", "links", func(l *theory.Link) theory.Span { return l.At })
	text += within(t, t.Configurations, "configuration", "configurations", func(c *theory.Configuration) theory.Span { return c.At })
	text += within(t, t.Evidence, "piece of evidence", "pieces of evidence", func(e *theory.Evidence) theory.Span { return e.At })
	text += within(t, t.Cases, "case", "cases", func(c *theory.Case) theory.Span { return c.At })
	text += within(t, t.Sources, "source", "sources", func(s *theory.Source) theory.Span { return s.At })
	return text + within(t, t.FormalTheories, "formal theory", "formal theories", func(f *theory.FormalTheory) theory.Span { return f.At })
}

// within counts what stands in the theory's own file.
func within[T any](t *theory.Theory, all []*T, one, many string, at func(*T) theory.Span) string {
	n := 0
	for _, x := range all {
		if at(x).File.Name == t.File {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return ", 1 " + one
	}
	return fmt.Sprintf(", %d %s", n, many)
}

// load reads one side: the file that git laid out, and what it includes from where that side most likely comes from; nil
// where there is no file, or nothing of a theory in it. The path that both sides stand for names it in all positions.
func (s driverSide) load(ctx context.Context) (*theory.Theory, error) {
	if s.file == "" || s.file == os.DevNull || s.mode == "." {
		return nil, nil
	}
	if s.mode[:2] != "10" {
		return nil, errors.New("is no file")
	}
	text, err := readUpTo(s.file, load.MaxFileSize+1)
	if err != nil {
		return nil, err
	}
	name := path.Clean(s.path)
	if !fs.ValidPath(name) {
		name = path.Base(name)
	}
	layers, done := s.surroundings(ctx, name)
	defer done()
	files := history.Texts{name: text}
	shown := func(other string) string { return other }
	t, err := load.Theory(append(history.Layers{files}, layers...), name, shown)
	if errors.Is(err, load.ErrNoTheory) {
		// A file that theories include: compare it as all that a theory has.
		title, _ := json.Marshal(name) // a JSON string is one in TOML too
		base, _ := json.Marshal(path.Base(name))
		whole := path.Join(path.Dir(name), ".icamo-shared.toml")
		files[whole] = fmt.Appendf(nil, "[theory]\nid = \"shared\"\ntitle = %s\ninclude = [%s]\n", title, base)
		t, err = load.Theory(files, whole, func(string) string { return name })
		if err == nil && len(t.Nodes)+len(t.Links)+len(t.Configurations)+len(t.Evidence)+len(t.Cases)+len(t.Sources)+len(t.FormalTheories) == 0 {
			return nil, nil
		}
	}
	if err != nil {
		return nil, err
	}
	for _, f := range t.Faults {
		if f.Kind == theory.SyntaxFault && (t.Unread || f.At.File != nil && f.At.File.Name == name) {
			return nil, errors.New(placed(f))
		}
	}
	return t, nil
}

// surroundings are where what a side includes is read from. Git does not say which revision a side is of: what is not
// stored yet is the work tree's, and where the index or HEAD holds the same file under the path it is that one's. For an
// older side includes are HEAD's, in whose words what it cites is then told.
func (s driverSide) surroundings(ctx context.Context, name string) (layers history.Layers, done func()) {
	done = func() {}
	if s.id == strings.Repeat("0", len(s.id)) {
		layers, done = workTree()
	} else if index, err := history.At(ctx, ".", ""); err == nil && index.Holds(name, s.id) {
		layers = append(layers, index)
	}
	if head, err := history.At(ctx, ".", "HEAD"); err == nil {
		layers = append(layers, head)
	}
	return layers, done
}

func workTree() (history.Layers, func()) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return nil, func() {}
	}
	return history.Layers{root.FS()}, func() { root.Close() }
}

func readUpTo(file string, limit int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}
