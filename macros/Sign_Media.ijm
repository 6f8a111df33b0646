// Writes a copy of a recording with signed Content Credentials.
// All parameters: docs/commands/sign-media.md
input = "/data/interview.mp4";
output = "/data/signed/interview.mp4";

run("Sign Media...", "input=[" + input + "] output=[" + output + "] purpose=[oral history] consent=[form 12]");
