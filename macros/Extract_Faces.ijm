// Cuts the aligned faces of the main person out of a clip.
// Change the two paths; the rest are the defaults. All parameters:
// docs/commands/extract-faces.md
input = "/data/ada.mp4";
output = "/data/ada-faces.tif";

run("Extract Faces...", "input=[" + input + "] output=[" + output + "] size=256 person=1 every=1");
