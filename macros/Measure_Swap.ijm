// Measures a swapped clip against its source and writes a table, a summary and a plot.
// All parameters: docs/commands/measure-swap.md
source = "/data/ada.mp4";
swapped = "/data/ada-swapped.mp4";
donor = "/data/ben.tif"; // a clip or a face set of the person who was put in
output = "/data/measures";

run("Measure Swap...", "source=[" + source + "] swapped=[" + swapped + "] donor=[" + donor + "] output=[" + output + "] person=1 area=changed dilate=5");
