package drawing

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/binary"
	"hash/adler32"
	"runtime"
	"slices"
	"sync"
)

// bandRows is how many rows are drawn and compressed at a time, beside other bands. It does not depend on the machine, so
// neither do the bytes.
const bandRows = 256

// A band is a part of the picture's rows, and what they are compressed to. The next one takes its memory.
type band struct {
	pixels       []byte
	rows, packed []byte
	err          error
}

// deflateRGB compresses the picture's pixels as one zlib stream (RFC 1950), each row after the given bytes. There are no more
// bands in memory at once than are worked on.
func deflateRGB(r *raster, before ...byte) ([]byte, error) {
	out := append(make([]byte, 0, r.size.X*r.size.Y/4), 0x78, 0x01) // most of a figure is white
	sum := adler32.New()
	atOnce := make([]band, runtime.GOMAXPROCS(0))
	for top := 0; top < r.size.Y; {
		var wait sync.WaitGroup
		for i := range atOnce {
			from, to := top, min(top+bandRows, r.size.Y)
			atOnce[i].packed, atOnce[i].rows = nil, atOnce[i].rows[:0]
			if from < to {
				wait.Go(func() { atOnce[i].deflate(r, from, to, before) })
			}
			top = to
		}
		wait.Wait()
		for _, b := range atOnce {
			if b.err != nil {
				return nil, b.err
			}
			out = append(out, b.packed...)
			sum.Write(b.rows)
		}
	}
	return binary.BigEndian.AppendUint32(out, sum.Sum32()), nil
}

func (b *band) deflate(r *raster, from, to int, before []byte) {
	img := r.rows(from, to, b.pixels)
	b.pixels = img.Pix
	b.rows = slices.Grow(b.rows, (to-from)*(len(before)+3*r.size.X))
	for y := range to - from {
		b.rows = append(b.rows, before...)
		for row := img.Pix[y*img.Stride:][:4*r.size.X]; len(row) >= 4; row = row[4:] {
			b.rows = append(b.rows, row[0], row[1], row[2])
		}
	}
	var packed bytes.Buffer
	z, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		b.err = err
		return
	}
	if _, b.err = z.Write(b.rows); b.err != nil {
		return
	}
	if to == r.size.Y {
		b.err = z.Close()
	} else {
		b.err = z.Flush() // ends on a whole byte, where the next band goes on
	}
	b.packed = packed.Bytes()
}

// deflated is data as a zlib stream.
func deflated(data []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed) // a buffer does not fail
	_, _ = z.Write(data)
	_ = z.Close()
	return packed.Bytes()
}
