package drawing

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"image"
	"sync"
)

// bandRows is how many rows are compressed at a time, beside other bands. It does not depend on the machine, so neither
// do the bytes.
const bandRows = 256

// A band is a part of the picture's rows, and what they are compressed to.
type band struct {
	rows, packed []byte
	err          error
}

// deflateRGB compresses the pixels without their alpha as one zlib stream (RFC 1950), each row after the given bytes.
func deflateRGB(img *image.RGBA, before ...byte) ([]byte, error) {
	height := img.Bounds().Dy()
	bands := make([]band, (height+bandRows-1)/bandRows)
	var wait sync.WaitGroup
	for i := range bands {
		wait.Go(func() { bands[i].deflate(img, i*bandRows, min((i+1)*bandRows, height), before) })
	}
	wait.Wait()
	out := []byte{0x78, 0x01}
	sum := adler32.New()
	for _, b := range bands {
		if b.err != nil {
			return nil, b.err
		}
		out = append(out, b.packed...)
		sum.Write(b.rows)
	}
	return binary.BigEndian.AppendUint32(out, sum.Sum32()), nil
}

func (b *band) deflate(img *image.RGBA, from, to int, before []byte) {
	size := img.Bounds().Size()
	b.rows = make([]byte, 0, (to-from)*(len(before)+3*size.X))
	for y := from; y < to; y++ {
		b.rows = append(b.rows, before...)
		for row := img.Pix[y*img.Stride:][:4*size.X]; len(row) >= 4; row = row[4:] {
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
	if to == size.Y {
		b.err = z.Close()
	} else {
		b.err = z.Flush() // ends on a whole byte, where the next band goes on
	}
	b.packed = packed.Bytes()
}
