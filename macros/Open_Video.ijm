// Opens a video as a virtual stack. See docs/commands/open-video.md
input = "/data/ada.mp4";

run("Open Video...", "input=[" + input + "]");
