package layout

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
)

// ownGroup makes the process the leader of a group, so that whatever it starts can be killed with it, and has it killed
// when this program is.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// killMarked kills all processes that have a mark in their environment: what a program started in a session of its own, which
// is in no group of ours. What a process starts while others are looked at is found in the next round.
func killMarked(mark string) {
	const rounds = 20
	for range rounds {
		found := false
		environments, _ := filepath.Glob("/proc/[0-9]*/environ")
		for _, name := range environments {
			environment, err := os.ReadFile(name)
			if err != nil || !bytes.Contains(environment, []byte(mark)) {
				continue
			}
			if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil && syscall.Kill(pid, syscall.SIGKILL) == nil {
				found = true
			}
		}
		if !found {
			return
		}
	}
}
