// How well do blinks tell a swap from its source, by the reports of Detect Blinks?
// All parameters: docs/commands/compare-blinks.md
run("Compare Blinks...", "genuine=/data/report/a.eyes.csv other=/data/report/swapped.eyes.csv task=conversation output=/data/curves.csv");
