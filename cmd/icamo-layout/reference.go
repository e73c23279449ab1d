package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/goccy/go-graphviz"
	"github.com/goccy/go-graphviz/cgraph"
)

// json0 is Graphviz's JSON format with positions and splines, without drawing instructions.
const json0 = "json0"

// layout reads one DOT graph and gives its layout by the dot algorithm as Graphviz's json0, the same as
// "dot -Tjson0". It may be called once a process: Graphviz keeps state between layouts.
func layout(ctx context.Context, dot []byte) ([]byte, error) {
	if len(bytes.TrimSpace(dot)) == 0 {
		return nil, errors.New("read DOT: empty input")
	}
	graph, err := cgraph.ParseBytes(dot)
	if err != nil {
		return nil, fmt.Errorf("read DOT: %w", err)
	}
	engine, err := graphviz.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("start Graphviz: %w", err)
	}
	var answer bytes.Buffer
	if err := engine.Render(ctx, graph, json0, &answer); err != nil {
		return nil, fmt.Errorf("lay out: %w", err)
	}
	return answer.Bytes(), nil
}
