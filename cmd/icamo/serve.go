package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"icamo/render"
	"icamo/render/layout"
	"icamo/render/page/preview"
)

func serveCommand() *cobra.Command {
	var timeout time.Duration
	var address string
	var open bool
	cmd := &cobra.Command{
		Use:   "serve THEORY",
		Short: "Show a theory in the browser as you write it",
		Long: `Show a theory's page in the browser, and draw it anew whenever the theory or a file that it reads is saved. While a
file is broken the last figure stays, under a banner that says what is wrong. Ctrl-C ends it.

Only this computer can reach the page, unless --addr names another of its addresses.`,
		Example: "  icamo serve theories/peer/revised.toml --open",
		Args:    takes(1, 1, "a theory file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runServe(cmd, args[0], address, timeout, open)
		},
	}
	f := cmd.Flags()
	f.StringVar(&address, "addr", "127.0.0.1:0", "serve at this `ADDRESS`:port; port 0 is any that is free")
	f.BoolVar(&open, "open", false, "open the page in the browser")
	f.DurationVar(&timeout, "timeout", layout.DefaultTimeout, "the longest `TIME` that a layout may take")
	return cmd
}

func runServe(cmd *cobra.Command, file, address string, timeout time.Duration, open bool) error {
	host, port, err := net.SplitHostPort(address)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("--addr cannot be %q: it is a host and a port, such as 127.0.0.1:8000", address)
	}
	collectAt(400) // a save is drawn in less time with more garbage, of which a page makes some 15 MB
	engine, err := layout.Find()
	if err != nil {
		return err
	}
	engine.Timeout = timeout
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	engine = engine.Apart(self, layoutCall, layoutFormat) // what takes too long must not take the preview with it
	var listening net.ListenConfig
	listener, err := listening.Listen(cmd.Context(), "tcp", address)
	if err != nil {
		var of *net.OpError
		if errors.As(err, &of) {
			err = of.Err // without the call that found out
		}
		return fmt.Errorf("serve at %s: %w", address, err)
	}
	defer listener.Close()
	p, err := preview.Open(cmd.Context(), file, engine, render.Options{})
	if err != nil {
		return fmt.Errorf("%w%s", err, theoryIn(file))
	}
	if ip := listener.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
		fmt.Fprintf(cmd.ErrOrStderr(), "icamo: whoever can reach %s can read this theory\n", oneLine(address))
	}
	url := pageURL(host, listener.Addr().(*net.TCPAddr))
	fmt.Fprintf(cmd.ErrOrStderr(), "icamo: %s is at %s (Ctrl-C ends it)\n", oneLine(file), url)
	if open {
		if err := openBrowser(url); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "icamo: open the browser: %s\n", oneLine(err.Error()))
		}
	}
	return p.Serve(cmd.Context(), listener, host)
}

// pageURL is where the page is: at the host asked for, or the address that it stands for.
func pageURL(host string, at *net.TCPAddr) string {
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(at.Port)) + "/"
}

// openBrowser has the desktop open an address, and does not wait for it.
func openBrowser(url string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		cmd = exec.Command("open", url)
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	default:
		cmd = exec.Command("xdg-open", url)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}
