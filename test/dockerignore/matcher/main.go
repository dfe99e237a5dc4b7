// Says what Docker ignores: reads {"rules", "paths"} a line, writes one verdict a path ("1" ignored, "0" not) or "error".
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

type question struct {
	Rules string   `json:"rules"`
	Paths []string `json:"paths"`
}

func verdicts(asked question) string {
	patterns, err := ignorefile.ReadAll(strings.NewReader(asked.Rules))
	if err != nil {
		return "error"
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return "error"
	}
	answer := make([]byte, 0, len(asked.Paths))
	for _, path := range asked.Paths {
		var about patternmatcher.MatchInfo
		ignored := false
		parts := strings.Split(path, "/")
		for length := 1; length <= len(parts); length++ {
			ignored, about, err = matcher.MatchesUsingParentResults(strings.Join(parts[:length], "/"), about)
			if err != nil {
				return "error"
			}
		}
		if ignored {
			answer = append(answer, '1')
		} else {
			answer = append(answer, '0')
		}
	}
	return string(answer)
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(make([]byte, 1<<20), 1<<26)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.Scan() {
		var asked question
		if err := json.Unmarshal(input.Bytes(), &asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Fprintln(output, verdicts(asked))
	}
}
