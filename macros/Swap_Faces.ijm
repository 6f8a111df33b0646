// Puts the face of person B of a model on person A's clip.
// All parameters: docs/commands/swap-faces.md
input = "/data/ada.mp4";
model = "/data/ada-ben.janus";
output = "/data/ada-swapped.mp4";
// Further persons of the same clip, person:face or person:face:model, such as "2:A; 3:B:/data/other.janus".
others = "";

run("Swap Faces...", "input=[" + input + "] model=[" + model + "] into=B output=[" + output + "] person=1 mask=extended colour=reinhard blend=pyramid others=[" + others + "]");
