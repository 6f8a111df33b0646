// Checks all recordings of a folder and writes delivered.verify.csv.
// All parameters: docs/commands/verify-media.md
input = "/data/delivered";
output = "/data/checked";
anchors = "/data/archive.pem";

run("Verify Media...", "input=[" + input + "] output=[" + output + "] anchors=[" + anchors + "]");
