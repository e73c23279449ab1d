//go:build unix && !linux

package layout

import (
	"os/exec"
	"syscall"
)

// ownGroup makes the process the leader of a group, so that whatever it starts can be killed with it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
