module icamo

go 1.26.0

require (
	codeberg.org/go-fonts/liberation v0.6.0
	github.com/google/go-cmp v0.7.0
	github.com/rivo/uniseg v0.4.7
	golang.org/x/image v0.47.0
	golang.org/x/text v0.43.0
)
