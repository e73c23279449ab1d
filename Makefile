# make bench prints each speed that is promised beside what it is: ratios measured in one run, so that they hold on a
# noisy machine. With dot, d2 or mmdc installed it compares with those too.
.PHONY: bench
bench:
	go test ./cmd/icamo -run '^$$' -bench Command -benchtime 1x -timeout 30m
	go test ./render -run '^$$' -bench Crossings -benchtime 1x -v
	go test ./render/page/... -run '^$$' -bench Save -benchtime 20x
	go test ./theory/editor/lsp -run '^$$' -bench Keystroke -benchtime 100x

# make accept takes what the tests make now for what they expect: read git diff afterwards.
.PHONY: accept
accept:
	go test $$(go list -f '{{range .TestImports}}{{if eq . "icamo/golden"}}{{$$.ImportPath}} {{end}}{{end}}{{range .XTestImports}}{{if eq . "icamo/golden"}}{{$$.ImportPath}} {{end}}{{end}}' ./...) -update

# make dist builds the archives of a release, as CONTRIBUTING.md says.
.PHONY: dist
dist:
	go run ./cmd/icamo-dist -o dist
