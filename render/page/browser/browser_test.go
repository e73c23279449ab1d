// Package browser holds the page, the live preview and figures for draw.io to what a reader sees, in a real browser.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/page"
	"icamo/render/page/preview"
	"icamo/theory/load"
)

// required is the value of ICAMO_BROWSER with which a missing browser fails the tests rather than skips them.
const required = "required"

var (
	engine  *layout.Engine
	browser context.Context // one browser for all tests, each with tabs of its own; nil where there is none
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "icamo-browser-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	engine = layout.New(dir)
	if path := find(); path != "" {
		allocator, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path),
			chromedp.NoSandbox,
			chromedp.DisableGPU,
			chromedp.Flag("disable-quic", true),
			chromedp.Flag("disable-component-update", true),
			chromedp.UserDataDir(filepath.Join(dir, "profile")),
			chromedp.WSURLReadTimeout(time.Minute),
		)...)
		defer cancel()
		var end context.CancelFunc
		// A browser newer than the library tells of things that the library does not know.
		browser, end = chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
		defer end()
		if err := chromedp.Run(browser); err != nil {
			fmt.Fprintf(os.Stderr, "start %s: %v\n", path, err)
			return 1
		}
	}
	return m.Run()
}

// find looks for Chromium or Chrome.
func find() string {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab is a page of the browser under test.
type tab struct {
	testing.TB
	context.Context
}

// watchman tells what must not happen in a page: scripts of others, and what the content security policy had to stop.
const watchman = `
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample));
for (const ask of ["alert", "confirm", "prompt"]) window[ask] = () => { window.pwned = ask; };
`

// open opens an address in a tab of its own, of a desktop's size unless actions before say otherwise.
func open(t testing.TB, url string, before ...chromedp.Action) *tab {
	t.Helper()
	if browser == nil {
		if os.Getenv("ICAMO_BROWSER") == required {
			t.Fatal("no Chromium or Chrome on PATH, nor named by CHROMIUM")
		}
		t.Skip("skipped: no Chromium or Chrome on PATH, nor named by CHROMIUM")
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(stop)
	b := &tab{t, ctx}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page's script fails: %s", e.ExceptionDetails.Error())
		case *cdp.EventJavascriptDialogOpening:
			t.Errorf("the page opens a dialog: %s", e.Message)
		}
	})
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := cdp.AddScriptToEvaluateOnNewDocument(watchman).Do(ctx)
		return err
	}), chromedp.EmulateViewport(1400, 900))
	b.do(before...)
	b.do(chromedp.Navigate(url))
	return b
}

func phone() chromedp.Action { return chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile) }

func dark() chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}})
}

func (b *tab) do(actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(b, actions...); err != nil {
		b.Fatal(err)
	}
}

// eval gives the value of an expression in the page.
func (b *tab) eval(expression string) any {
	b.Helper()
	value, err := b.try(expression)
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return value
}

func (b *tab) try(expression string) (value any, err error) {
	var raw json.RawMessage
	err = chromedp.Run(b, chromedp.Evaluate(expression, &raw, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	if err == nil && len(raw) > 0 {
		err = json.Unmarshal(raw, &value)
	}
	return value, err
}

// holds waits until an expression is true in the page, also over a reload of it.
func (b *tab) holds(expression string) {
	b.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		value, err := b.try("!!(" + expression + ")")
		if value == true {
			return
		}
		if time.Now().After(end) {
			b.Fatalf("does not hold in the page: %s (%v)\nshown: %v", expression, err, b.eval(`document.querySelector("article.shown")?.innerText`))
		}
	}
}

// element is the box or line of an id in the figure shown.
func element(id string) string {
	return fmt.Sprintf(`.figure:not([hidden]) g[data-id=%q]`, id)
}

// click clicks on the middle of a box.
func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(selector, chromedp.ByQuery, chromedp.NodeVisible))
}

const shown = `document.querySelector("article.shown")`

// written writes the page of a theory to a file, and gives its address.
func written(t testing.TB, file string) string {
	t.Helper()
	opened, err := load.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	found, err := page.Check(file, opened)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := page.Draw(t.Context(), engine, opened, found, render.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "theory.html")
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := page.HTML(out, drawn); err != nil {
		t.Fatal(err)
	}
	return "file://" + name
}

// served shows a theory in the live preview, and gives its address.
func served(t testing.TB, file string) string {
	t.Helper()
	p, err := preview.Open(t.Context(), file, engine, render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, listener, "127.0.0.1") }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + listener.Addr().String() + "/"
}

const peer = "../../../theories/peer/revised.toml"
