// Writes four views of two clips, registered by their faces, into a hyperstack.
// All parameters: docs/commands/compare-media.md
first = "/data/ada.mp4";
second = "/data/ada-swapped.mp4";
output = "/data/compared.tif";

run("Compare Media...", "first=[" + first + "] second=[" + second + "] view=all register=faces timing=index zoom=256 amplify=10 quality=90 output=[" + output + "]");
