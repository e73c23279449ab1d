package theory_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"icamo/render"
	"icamo/render/drawing"
	"icamo/render/layout"
	"icamo/theory/check"
	"icamo/theory/load"
	"icamo/theory/revision"
)

// Load a theory, check it, say what changed since the version that it revises, and draw it.
func Example() {
	t, err := load.Open("../theories/peer/revised.toml")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(t.Title)

	for _, f := range check.Run(t, check.Settings{}) {
		if f.Severity == check.Error {
			fmt.Println(f.At.Range().Line, f.Rule.Code, f.Message)
		}
	}

	r := revision.Compare(t.Earlier, t)
	fmt.Println(len(r.Changes) > 0)

	figure, err := render.Figure(context.Background(), layout.New(""), t, render.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var svg bytes.Buffer // or a file
	if err := drawing.SVG(&svg, figure.Drawing); err != nil {
		log.Fatal(err)
	}
	fmt.Println(svg.Len() > 0)
	// Output:
	// Paths to Everyday Life (PEER)
	// true
	// true
}
