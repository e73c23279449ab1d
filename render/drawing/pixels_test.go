package drawing

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"golang.org/x/image/tiff"

	"icamo/render/geometry"
)

func decodePNG(t *testing.T, d *Drawing, dpi int) (image.Image, []byte) {
	t.Helper()
	var buf bytes.Buffer
	if err := PNG(&buf, d, dpi); err != nil {
		t.Fatal(err)
	}
	data := buf.Bytes()
	img, err := png.Decode(&buf)
	if err != nil {
		t.Fatal(err)
	}
	return img, data
}

func TestPNGHasItsSizeResolutionAndColours(t *testing.T) {
	d := specimen(t)
	img, data := decodePNG(t, d, 300)
	if got, want := img.Bounds().Size(), (image.Point{1500, 1250}); got != want {
		t.Errorf("size %v, want %v", got, want)
	}
	at := bytes.Index(data, []byte("pHYs"))
	if at != 37 {
		t.Fatalf("pHYs stands at %d, want 37: after the header, before the pixels", at)
	}
	// 300 dpi is 11,811 pixels a metre.
	if x, y, unit := binary.BigEndian.Uint32(data[at+4:]), binary.BigEndian.Uint32(data[at+8:]), data[at+12]; x != 11811 || y != 11811 || unit != 1 {
		t.Errorf("pHYs is %d × %d in unit %d", x, y, unit)
	}
	lane, blue := Hex(0x0072b2).Tint(0.07), Hex(0x0072b2)
	for _, c := range []struct {
		what string
		x, y float64
		want Color
	}{
		{"margin", 2, 2, Hex(0xffffff)},
		{"lane", 20, 100, lane},
		{"bar of a node", 32, 70, blue},
		{"inside a node", 100, 85, Hex(0xffffff)},
		{"corner of a lane", 12.2, 28.2, Hex(0xffffff)},
		{"T-bar", 217, 147, Hex(0xb00020)},
		{"arrowhead", 215, 66, Hex(0x37474f)},
	} {
		got := color.RGBAModel.Convert(img.At(int(c.x*300/72), int(c.y*300/72))).(color.RGBA)
		if want := (color.RGBA{c.want.R, c.want.G, c.want.B, 255}); got != want {
			t.Errorf("%s at %v, %v pt is %v, want %v", c.what, c.x, c.y, got, want)
		}
	}
}

func TestTIFFHasThePixelsOfThePNG(t *testing.T) {
	d := specimen(t)
	var buf bytes.Buffer
	if err := TIFF(&buf, d, 200); err != nil {
		t.Fatal(err)
	}
	data := bytes.Clone(buf.Bytes())
	got, err := tiff.Decode(&buf)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := decodePNG(t, d, 200)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("size %v, want %v", got.Bounds(), want.Bounds())
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			if g, w := color.RGBAModel.Convert(got.At(x, y)), color.RGBAModel.Convert(want.At(x, y)); g != w {
				t.Fatalf("pixel %d, %d is %v, want %v", x, y, g, w)
			}
		}
	}
	le := binary.LittleEndian
	tags := map[uint16]uint32{}
	for i := range int(le.Uint16(data[8:])) {
		entry := data[10+12*i:]
		tags[le.Uint16(entry)] = le.Uint32(entry[8:])
	}
	if x := tags[282]; le.Uint32(data[x:]) != 200 || le.Uint32(data[x+4:]) != 1 || tags[296] != 2 {
		t.Errorf("resolution is %d/%d in unit %d", le.Uint32(data[x:]), le.Uint32(data[x+4:]), tags[296])
	}
}

// A large picture is drawn some rows at a time, and shows no seam.
func TestBandsAreThePicture(t *testing.T) {
	for dpi, high := range map[int]int{200: 37, 1200: 997} {
		r, err := newRaster(specimen(t), dpi)
		if err != nil {
			t.Fatal(err)
		}
		whole := r.rows(0, r.size.Y, nil)
		for top := 0; top < r.size.Y; {
			bottom := min(top+1+top%high, r.size.Y)
			band := r.rows(top, bottom, nil)
			if want := whole.Pix[top*whole.Stride : bottom*whole.Stride]; !bytes.Equal(band.Pix, want) {
				t.Errorf("rows %d to %d at %d dpi differ from those of the whole picture", top, bottom, dpi)
			}
			top = bottom
		}
	}
}

func TestPicturesSayWhatTheyShow(t *testing.T) {
	d := specimen(t)
	d.Title, d.Lang = "תקווה\x00\n\xff", "he"
	_, data := decodePNG(t, d, 72)
	for _, want := range []string{"iTXtTitle\x00\x00\x00he\x00\x00תקווה  \ufffd", "iTXtDescription\x00\x00\x00he\x00\x00" + d.Desc} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the PNG has no %q", want)
		}
	}
	for _, title := range []string{"תקווה", "abcd", "abc", "a", ""} {
		d.Title = title
		var buf bytes.Buffer
		if err := TIFF(&buf, d, 72); err != nil {
			t.Fatal(err)
		}
		for tag, want := range map[uint16]string{269: title, 270: d.Desc} {
			if got := tiffText(buf.Bytes(), tag); got != want+"\x00" {
				t.Errorf("tag %d of the TIFF is %q, want %q", tag, got, want)
			}
		}
		if _, err := tiff.Decode(&buf); err != nil {
			t.Errorf("title %q: %v", title, err)
		}
	}
}

// tiffText is the text of a tag.
func tiffText(data []byte, tag uint16) string {
	le := binary.LittleEndian
	for i := range int(le.Uint16(data[8:])) {
		entry := data[10+12*i:]
		if le.Uint16(entry) != tag {
			continue
		}
		size := le.Uint32(entry[4:])
		if size <= 4 {
			return string(entry[8 : 8+size])
		}
		at := le.Uint32(entry[8:])
		return string(data[at : at+size])
	}
	return ""
}

// ink is the box, in points, that holds all that is not white.
func ink(img image.Image, dpi float64) (r geometry.Rect, any bool) {
	box := image.Rectangle{}
	rgba := img.(*image.RGBA)
	for y := range rgba.Rect.Dy() {
		for x := range rgba.Rect.Dx() {
			if rgba.Pix[y*rgba.Stride+4*x+1] < 0xf0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	k := 72 / dpi
	return geometry.Rect{X: float64(box.Min.X) * k, Y: float64(box.Min.Y) * k, W: float64(box.Dx()) * k, H: float64(box.Dy()) * k}, !box.Empty()
}

func TestTextStaysInItsExtent(t *testing.T) {
	f := liberation(t)
	const dpi = 144
	for _, text := range []string{
		"Normalising and inspiring relationships", "AVAVA To Wa. Ty", "jfgpqy ÅÄÖ", "WWWiiilll", "Ελληνικά", "Кириллица", "תקווה hope",
		"e\u0301a\u0308", "trailing space   ", "希望", "tab\tand\nfeed", "x\u200b\u202ey",
	} {
		for _, bold := range []bool{false, true} {
			for _, anchor := range []Anchor{Start, Middle, End} {
				for _, spacing := range []float64{0, 0.6} {
					for _, rotate := range []float64{0, -90} {
						set := Text{String: text, X: 250, Y: 250, Size: 9, Bold: bold, Color: Hex(0), Anchor: anchor, Spacing: spacing, Rotate: rotate}
						d := &Drawing{Width: 500, Height: 500, Face: f, Groups: []Group{{Shapes: []Shape{set}}}}
						img, _ := decodePNG(t, d, dpi)
						got, ok := ink(img, dpi)
						if !ok {
							t.Fatalf("%q is not drawn", text)
						}
						want := set.Extent(f)
						if rotate == -90 { // around 250, 250
							want = geometry.Rect{X: want.Y, Y: 500 - want.X - want.W, W: want.H, H: want.W}
						}
						// A letter may lean out of its advance by a hair, and a pixel is half a point.
						const hair = 0.8
						if got.X < want.X-hair || got.Y < want.Y-hair || got.X+got.W > want.X+want.W+hair || got.Y+got.H > want.Y+want.H+hair {
							t.Errorf("%q (bold %v, anchor %v, spacing %v, rotated %v) is drawn in %v, beyond %v", text, bold, anchor, spacing, rotate, got, want)
						}
						long := math.Max(got.W, got.H)
						if long < math.Max(want.W, want.H)-4 {
							t.Errorf("%q (bold %v, spacing %v) is drawn %v long, measured %v", text, bold, spacing, long, math.Max(want.W, want.H))
						}
					}
				}
			}
		}
	}
}
