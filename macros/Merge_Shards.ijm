// Detects the blinks in every clip of a folder, in the second of three shares,
// and joins what is there so far. Other machines do the other shares, into the
// same folder; the same macro, run again, does what is missing.
clips = getArgument();
if (clips == "") clips = getDirectory("Folder of clips");
if (endsWith(clips, "/")) clips = substring(clips, 0, lengthOf(clips) - 1);

run("Detect Blinks...", "input=[" + clips + "] output=[" + clips + "-blinks] shard=2/3");
run("Merge Shards...", "input=[" + clips + "-blinks] output=[" + clips + "-all]");
