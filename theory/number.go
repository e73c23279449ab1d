package theory

// NumberOf is the number by which figures and tables name a configuration: its own, or else one that no other has.
func (t *Theory) NumberOf(c *Configuration) int { return t.index.numbers()[c] }

// numbersOf numbers configurations. One without a number of its own has that of its place, where no other has it, or else the next
// that is free. Two that are given one number keep it: they are told apart by the rule for same labels.
func numbersOf(configurations []*Configuration) map[*Configuration]int {
	numbers, taken := make(map[*Configuration]int, len(configurations)), make(map[int]bool, len(configurations))
	take := func(c *Configuration, number int) { numbers[c], taken[number] = number, true }
	for _, c := range configurations {
		if c.Number > 0 {
			take(c, c.Number)
		}
	}
	var displaced []*Configuration
	for i, c := range configurations {
		switch {
		case c.Number > 0:
		case taken[i+1]:
			displaced = append(displaced, c)
		default:
			take(c, i+1)
		}
	}
	free := 1
	for _, c := range displaced {
		for taken[free] {
			free++
		}
		take(c, free)
	}
	return numbers
}
