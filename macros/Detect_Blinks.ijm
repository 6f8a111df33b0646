// Measures the eyes of the main person of a clip and writes tables and a plot.
// All parameters: docs/commands/detect-blinks.md
input = "/data/ada.mp4";
output = "/data/blinks";

run("Detect Blinks...", "input=[" + input + "] output=[" + output + "] person=1");
