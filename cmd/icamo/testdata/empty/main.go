// Command empty does nothing: what the start of icamo is held against.
package main

func main() {}
