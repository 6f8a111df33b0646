// Puts the face of person B of a model on person A's clip.
// All parameters: docs/commands/swap-faces.md
input = "/data/ada.mp4";
model = "/data/ada-ben.janus";
output = "/data/ada-swapped.mp4";

run("Swap Faces...", "input=[" + input + "] model=[" + model + "] into=B output=[" + output + "] person=1 mask=extended colour=reinhard blend=pyramid");
